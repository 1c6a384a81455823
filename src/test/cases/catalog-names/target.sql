create schema other;
create table other.things (a int);
create table padding (a int);
create table things (a int);
create type padding2 as enum ('a');
create type mood as enum ('a');
create function f(text) returns int language sql as 'select 1';
create function f(int) returns int language sql as 'select 1';
create table t (id int primary key, a regclass, b regtype, c regproc, d regprocedure, e regoper, f regoperator, g regnamespace, h regrole, i regconfig, j regdictionary, k regclass);
insert into t values
  (1, 'things', 'mood', 'now', 'f(int)', '|/', '+(int,int)', 'other', 'postgres', 'english', 'simple', null),
  (2, 'other.things', 'int8', 'version', 'f(text)', '||/', '+(bigint,int)', 'public', 'pg_monitor', 'simple', 'english_stem', 'pg_type'),
  (3, '0', '0', 'now', 'f(int)', '|/', '+(int,int)', 'other', 'postgres', 'english', 'simple', '987654');
