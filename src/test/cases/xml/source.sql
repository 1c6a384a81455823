create table t (id int primary key, a xml);
insert into t values (1, '<a b="1">x</a>'), (2, '<a/>'), (3, 'text <b/>'), (4, ''), (5, null), (6, '<?xml version="1.0"?><a/>');
