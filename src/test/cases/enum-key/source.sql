create type size as enum ('small', 'large', 'huge');
create table t (size size primary key, n int);
insert into t values ('small', 1), ('large', 2), ('huge', 3);
