create table t (id bigint not null unique, a int);
insert into t values (1, 2), (2, 5), (3, 6);
