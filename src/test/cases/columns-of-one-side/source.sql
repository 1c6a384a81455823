create table t (id int primary key, a int, only_here int, "Not There" text);
insert into t values (1, 1, 1, 'x'), (2, 2, 2, 'y');
