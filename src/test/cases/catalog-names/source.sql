create schema other;
create table first (a int);
create table things (a int);
create type mood as enum ('a');
create function f(int) returns int language sql as 'select 1';
create function f(text) returns int language sql as 'select 1';
create table t (id int primary key, a regclass, b regtype, c regproc, d regprocedure, e regoper, f regoperator, g regnamespace, h regrole, i regconfig, j regdictionary, k regclass);
insert into t values
  (1, 'things', 'mood', 'now', 'f(int)', '|/', '+(int,int)', 'other', 'postgres', 'english', 'simple', null),
  (2, 'things', 'int4', 'now', 'f(int)', '|/', '+(int,int)', 'other', 'postgres', 'english', 'simple', 'pg_class'),
  (3, '0', 'mood', 'now', 'f(int)', '|/', '+(int,int)', 'other', 'postgres', 'english', 'simple', '987654');
