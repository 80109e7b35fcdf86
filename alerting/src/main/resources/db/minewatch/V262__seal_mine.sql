-- A look reads a mine's newest weeks, and only of mines of which something was brought.
create index seal_course_mine on seal_course (mine, at);
create index seal_course_brought on seal_course (brought_at);
