create table t (id int primary key, a numeric);
insert into t values (1, 'Infinity'), (2, '-Infinity'), (3, null), (4, 'NaN'), (5, 0.000);
