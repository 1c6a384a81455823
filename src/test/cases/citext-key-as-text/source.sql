create extension citext;
create table t (code citext primary key, n int);
insert into t values ('Anna', 1), ('bernd', 2), ('CARLA', 3);
