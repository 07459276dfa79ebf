-- Figures of ratings depend on which circular is in force.
create trigger note_facts after insert or update or delete or truncate on rating_schemes
  for each statement execute function note_facts('reports');
