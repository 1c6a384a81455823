-- The database "primary" of the demo: 300,000 forum posts, the same wherever and whenever this runs.
-- Every 50th post is deleted, so 294,000 are compared.

create table posts (
    id bigint primary key,
    author text not null,
    title text not null,
    body text not null,
    likes int not null,
    rating numeric(3, 2),
    tags text[] not null,
    is_deleted boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
comment on table posts is 'forum posts: the original';

insert into posts
select
    id,
    'user' || (id * 7919) % 4999,
    'Post ' || id || ': ' || (array['how to', 'why does', 'announcing', 'lost and found', 'ask me about'])[1 + id % 5],
    repeat(md5(id::text) || ' ', 6),
    ((id * id) % 997)::int,
    case when id % 11 > 0 then (id * 31 % 401) / 100.0 + 1 end,
    (array['{}', '{news}', '{help,java}', '{sql}', '{sql,help,"long read"}'])[1 + id % 5]::text[],
    id % 50 = 0,
    timestamptz '2020-01-01 00:00:00Z' + id * interval '7 minutes',
    timestamptz '2024-01-01 00:00:00Z' + id * interval '1 second'
from generate_series(1::bigint, 300000) as id;

-- For postRules to find: ratings that nobody can give, and deletions that are not in the log.
update posts set rating = 0 where id in (12345, 234567);
update posts set rating = 7.5 where id = 99991;

create table deletions (
    post_id bigint primary key,
    moderator text not null
);
comment on table deletions is 'who deleted which post';

insert into deletions
select id, 'moderator' || id % 7
from generate_series(50::bigint, 300000, 50) as id
where id not in (5000, 150000);

analyze posts, deletions;

create table post_slugs (
    post_id bigint primary key references posts,
    slug text not null
);
comment on table post_slugs is 'what the job slugPosts makes of titles';
