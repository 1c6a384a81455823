create table t (id int primary key, a xml);
insert into t values (1, '<a b="1">x</a>'), (2, '<a></a>'), (3, 'text <b/>'), (4, null), (5, '<a/>'), (6, '<a/>');
