"""The dataset card: README.md with the YAML head by which the Hugging Face hub and `datasets` find the data."""

from dataclasses import dataclass

from annotator.model.schema import Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What went out."""

    rows: int = 0
    spans: int = 0
    relations: int = 0


def card(schema: Schema | None, figures: Figures, *, data: str) -> str:
    """The card's text; `data` is where the files of the one split lie, a path with wildcards."""
    title = (schema.title or schema.name) if schema else "News"
    labels = ", ".join(f"`{label.name}`" for label in schema.labels) if schema else "as in the data"
    types = ", ".join(f"`{each}`" for each in schema.relation_by_name) if schema else "as in the data"
    language = f"language:\n- {schema.language.partition('-')[0]}\n" if schema and schema.language else ""
    return f"""---
{language}task_categories:
- token-classification
configs:
- config_name: default
  data_files:
  - split: train
    path: {data}
---

# {" ".join(title.split())}

News articles with spans and relations, written by news-annotator: {figures.rows:,} rows, {figures.spans:,} spans,
{figures.relations:,} relations. A row is an article as one annotator has annotated it.

Labels: {labels}.

Relations: {types}.

`starts` and `ends` of a span are half-open and count Unicode code points of `text`, as Python does; a span of several
fragments has several. A relation names its `head` and `tail` by the `id` of the span. `meta`, `attributes`, `origin`
and `verdicts` are JSON.
"""
