"""Tables in and out: CSV, TSV, XLSX, Parquet and JSON, a row for each article, span, relation, pledge or quote."""
