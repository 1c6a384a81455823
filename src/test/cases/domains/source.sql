create domain posint as bigint check (value > 0);
create domain label as text;
create domain labels as text[];
create table t (id posint primary key, l label, ls labels);
insert into t values (1, 'a', '{a}'), (2, 'b', '{b}'), (3, 'c', '{c,d}');
