"""How a language writes numbers of people and times: word lists as data, and the phrases that they make up."""
