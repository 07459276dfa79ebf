-- Whoever is added is looked for by their representative, at the size of the whole country.
create index organisations_representative on organisations (fold(legal_representative))
  where legal_representative is not null;
