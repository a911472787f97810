/** Kinds of entries that are the site's furniture, by the name the system gives them: no story is among them. */
export const FURNITURE: ReadonlySet<string> = new Set([
  ...['attachment', 'nav_menu_item', 'revision', 'custom_css', 'customize_changeset', 'oembed_cache'],
  ...['user_request', 'wp_block', 'wp_template', 'wp_template_part', 'wp_global_styles', 'wp_navigation'],
  ...['wp_font_family', 'wp_font_face', 'acf-field', 'acf-field-group', 'acf-post-type', 'acf-taxonomy'],
  ...['elementor_library', 'elementor_snippet', 'elementor_font', 'et_pb_layout', 'fl-builder-template'],
  ...[
    'feedback',
    'wpcf7_contact_form',
    'wpforms',
    'flamingo_inbound',
    'mc4wp-form',
    'popup',
    'amp_validated_url',
  ],
  ...[
    'shop_order',
    'shop_order_refund',
    'shop_coupon',
    'product_variation',
    'scheduled-action',
    'jp_mem_plan',
  ],
  ...[
    'jp_pay_order',
    'jp_pay_product',
    'jetpack_migration',
    'jp_img_sitemap',
    'jp_sitemap',
    'jp_sitemap_master',
  ],
  ...['tablepress_table', 'ml-slider', 'sidebar', 'display_type', 'spucpt', 'vc_grid_item', 'guest-author'],
  ...['reply', 'topic', 'forum', 'tdc-review-email', 'safecss', 'wp_log', 'rank_math_schema', 'seedprod'],
]);

/** Fields of their own in which papers keep what the system has no place for, by ours. */
export const OWN_FIELDS = {
  standfirst: [
    'subtitle',
    '_subtitle',
    'wps_subtitle',
    'sub_title',
    'kia_subtitle',
    'dek',
    'deck',
    'standfirst',
  ],
  kicker: ['kicker', '_kicker', 'overline', 'eyebrow', 'strapline'],
  credit: [
    '_media_credit',
    'media_credit',
    '_navis_media_credit',
    '_wp_attachment_credit',
    'photo_credit',
    'credit',
  ],
} as const;

/** Fields of plugins that say what search engines are shown. */
export const SEARCH_FIELDS: readonly string[] = [
  ...['_yoast_wpseo_title', '_yoast_wpseo_metadesc', 'rank_math_title', 'rank_math_description'],
  ...['_aioseo_title', '_aioseo_description', '_aioseop_title', '_aioseop_description', '_genesis_title'],
];
