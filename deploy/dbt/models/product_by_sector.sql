-- One row per area, quarter, price basis and leaf of the breakdown; sums over leaves are the product.
select * from {{ source('chitieu', 'grdp_by_sector_labelled') }}
where is_leaf and frequency = 'Q'
