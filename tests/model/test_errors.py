from annotator.model.errors import ExchangeError


def test_a_sentence_about_a_file_stays_on_one_line_whatever_it_quotes() -> None:
    error = ExchangeError("csv.columns", "a.csv has the columns a\r\n\tb\0, c\u2028d.")
    assert error.sentence == str(error) == "a.csv has the columns a b , c d."
