create table t (id int primary key, a numeric);
insert into t values (1, 'NaN'), (2, 'Infinity'), (3, '-Infinity'), (4, null), (5, 0);
