"""Pledges by rules over the parse: who is committed to what. Spans and relations are said as `said` says them.

`lists` holds the words. The rules: `verbs` with `things` and `refusals`, `modals`, `nouns` with `whose`, `adjectives`,
`headlines` and `items`. `bound` says who is bound, `reality` what binds nobody, `extent` from where to where (`edges`
where it breaks off), `parts` what counts apart, `traits` what kind of pledge it is. Languages without a lexicon have no
pledges.
"""
