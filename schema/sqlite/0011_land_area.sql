-- How densely a municipality is peopled is part of how like another it is.

alter table organisation add column land_area real; -- km2, without lakes and sea
