"""What the news industry sends: ninjs, NewsML-G2, NITF, feeds, and the exports of press archives."""
