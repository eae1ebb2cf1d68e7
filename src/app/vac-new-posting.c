/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-new-posting"

#include "config.h"

#include "vac-codes.h"
#include "vac-new-posting.h"

/* What the user wants new postings to begin with.
 *
 * The defaults are a posting themselves, so that a form shows and checks them as it does those of
 * any other. What is kept of it are the leaves that are listed here, by their paths. */

static const VacRole roles[] = {
  VAC_ROLE_EMPLOYER_NAME,
  VAC_ROLE_LOCATION_CITY, VAC_ROLE_LOCATION_REGION, VAC_ROLE_LOCATION_COUNTRY,
  VAC_ROLE_LANGUAGE, VAC_ROLE_PAY_CURRENCY,
  VAC_ROLE_LOOK_DESIGN, VAC_ROLE_LOOK_ACCENT, VAC_ROLE_LOOK_TYPE,
};

static VacNode *
find_leaf (VacDocument *defaults,
           VacRole      role)
{
  VacNode *location = vac_node_get_child (vac_document_get (defaults, VAC_ROLE_LOCATIONS), 0);
  VacNode *leaf = vac_node_get (location, role);

  return leaf != NULL ? leaf : vac_document_get (defaults, role);
}

/* Returns: (nullable): what @leaf is in another posting */
static VacNode *
find_twin (VacDocument *posting,
           VacNode     *leaf)
{
  g_autofree char *path = vac_node_get_path (leaf);

  return vac_node_lookup (vac_document_get_root (posting), path, NULL);
}

/* Settings can be written by anybody. */
static gboolean
is_usable (VacNode    *leaf,
           const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;

  return vac_field_accepts (vac_node_get_field (leaf), text, NULL);
}

/**
 * vac_new_posting_list:
 * @defaults: what vac_new_posting_load() returned
 *
 * Returns: (transfer container) (element-type VacNode): the leaves of it that are defaults, in the
 *   order of a form; an empty one is none
 */
GPtrArray *
vac_new_posting_list (VacDocument *defaults)
{
  GPtrArray *leaves = g_ptr_array_new ();

  g_return_val_if_fail (VAC_IS_DOCUMENT (defaults), leaves);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_ptr_array_add (leaves, find_leaf (defaults, roles[i]));

  return leaves;
}

/**
 * vac_new_posting_load:
 * @settings: the user's
 *
 * What is no value of its field is left out.
 *
 * Returns: (transfer full): a posting that holds the defaults, with one place of work
 */
VacDocument *
vac_new_posting_load (GSettings *settings)
{
  VacDocument *defaults = vac_document_new ();
  g_autoptr (VacNode) location = vac_node_new (vac_schema_get_field (VAC_ROLE_LOCATION));
  g_autoptr (GPtrArray) leaves = NULL;
  g_autoptr (GVariant) values = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), defaults);

  vac_document_append (defaults, vac_document_get (defaults, VAC_ROLE_LOCATIONS), location);
  leaves = vac_new_posting_list (defaults);
  values = g_settings_get_value (settings, VAC_SETTING_NEW_POSTING);
  for (guint i = 0; i < leaves->len; i++)
    {
      VacNode *leaf = g_ptr_array_index (leaves, i);
      g_autofree char *path = vac_node_get_path (leaf);
      const char *text;

      if (g_variant_lookup (values, path, "&s", &text) && is_usable (leaf, text))
        vac_document_set_text (defaults, leaf, text);
    }

  return defaults;
}

/**
 * vac_new_posting_store:
 * @settings: the user's
 * @defaults: what vac_new_posting_load() returned, changed
 *
 * Has new postings begin with what @defaults says. Of what is half typed, and no value yet, the
 * value before stays.
 */
void
vac_new_posting_store (GSettings   *settings,
                       VacDocument *defaults)
{
  g_auto (GVariantBuilder) values = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  g_autoptr (GPtrArray) leaves = NULL;
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings) && VAC_IS_DOCUMENT (defaults));

  leaves = vac_new_posting_list (defaults);
  before = g_settings_get_value (settings, VAC_SETTING_NEW_POSTING);
  for (guint i = 0; i < leaves->len; i++)
    {
      VacNode *leaf = g_ptr_array_index (leaves, i);
      g_autofree char *path = vac_node_get_path (leaf);
      const char *text = vac_node_get_text (leaf);

      if (!is_usable (leaf, text) && !g_variant_lookup (before, path, "&s", &text))
        text = "";
      if (*text != '\0')
        g_variant_builder_add (&values, "{ss}", path, text);
    }
  after = g_variant_ref_sink (g_variant_builder_end (&values));
  if (g_variant_n_children (after) == 0)
    g_settings_reset (settings, VAC_SETTING_NEW_POSTING);
  else if (!g_variant_equal (after, before))
    g_settings_set_value (settings, VAC_SETTING_NEW_POSTING, after);
}

/**
 * vac_new_posting_take:
 * @defaults: what vac_new_posting_load() returned
 * @posting: a posting
 * @part: what to take: %VAC_ROLE_DOCUMENT for all that is a default, or the role of a record
 *
 * Makes defaults of what @posting says, in one step. Its first place of work is the one that
 * counts; what it does not say, or says wrongly, is no default any more.
 */
void
vac_new_posting_take (VacDocument *defaults,
                      VacDocument *posting,
                      VacRole      part)
{
  g_autoptr (GPtrArray) leaves = NULL;

  g_return_if_fail (VAC_IS_DOCUMENT (defaults) && VAC_IS_DOCUMENT (posting));

  leaves = vac_new_posting_list (defaults);
  vac_document_begin_step (defaults, "");
  for (guint i = 0; i < leaves->len; i++)
    {
      VacNode *leaf = g_ptr_array_index (leaves, i);
      VacNode *twin = find_twin (posting, leaf);
      const char *text = twin != NULL ? vac_node_get_text (twin) : "";

      if (vac_node_get_ancestor (leaf, part) != NULL)
        vac_document_set_text (defaults, leaf, is_usable (leaf, text) ? text : "");
    }
  vac_document_end_step (defaults);
}

/**
 * vac_new_posting_dup_value:
 * @settings: the user's
 * @role: of a leaf that is a default
 *
 * Returns: (transfer full): what new postings begin with there; empty for what their guide says
 */
char *
vac_new_posting_dup_value (GSettings *settings,
                           VacRole    role)
{
  g_autoptr (VacDocument) defaults = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  defaults = vac_new_posting_load (settings);

  return g_strdup (vac_node_get_text (find_leaf (defaults, role)));
}

/* What the program's own guides say for want of anything better: a currency without amounts, and
 * which variety of their language they are written in. */
static gboolean
is_makeshift (const VacGuide *guide,
              VacDocument    *posting,
              VacNode        *leaf)
{
  if (guide->file != NULL)
    return FALSE;

  switch (vac_node_get_role (leaf))
    {
    case VAC_ROLE_PAY_CURRENCY:
      return *vac_document_get_text (posting, VAC_ROLE_PAY_MINIMUM) == '\0' &&
             *vac_document_get_text (posting, VAC_ROLE_PAY_MAXIMUM) == '\0';
    case VAC_ROLE_LANGUAGE:
      return vac_codes_is_same_language (vac_node_get_text (leaf),
                                         vac_document_get_text (posting, VAC_ROLE_LANGUAGE));
    default:
      return FALSE;
    }
}

/* Returns: whether @posting has changed */
static gboolean
fill (const VacGuide *guide,
      VacDocument    *posting,
      VacNode        *leaf)
{
  VacNode *record = vac_node_get_parent (leaf);
  VacNode *list = vac_node_get_parent (record);
  VacNode *twin = find_twin (posting, leaf);

  if (list != NULL && vac_node_get_kind (list) == VAC_KIND_LIST)
    {
      g_autoptr (VacNode) copy = vac_node_copy (record);

      /* A place that a guide names is not completed from another one. */
      list = vac_document_get (posting, vac_node_get_role (list));
      return vac_node_get_n_children (list) == 0 && vac_document_append (posting, list, copy);
    }
  if (*vac_node_get_text (twin) != '\0' && !is_makeshift (guide, posting, leaf))
    return FALSE;

  return !g_str_equal (vac_node_get_text (twin), vac_node_get_text (leaf)) &&
         vac_document_set_text (posting, twin, vac_node_get_text (leaf));
}

/**
 * vac_new_posting_from_guide:
 * @settings: the user's
 * @guide: a guide
 * @error: return location for why it cannot be read
 *
 * The user's defaults go where the guide says nothing. What it says stays: the user may have chosen
 * the guide because of it. Only the program's own guides have to name a currency although they name
 * no pay, and a variety of their language ("en-US"); a default takes the place of those, but never
 * makes another language of a text. In which language a guide is offered, the start page decides
 * before, also by the default.
 *
 * They are what the posting begins with, and no step: it is not modified, nobody is asked whether
 * to save it, and there is nothing to undo. Files that are opened have nothing to do with this.
 *
 * Returns: (transfer full) (nullable): a new posting, which nobody has changed
 */
VacDocument *
vac_new_posting_from_guide (GSettings      *settings,
                            const VacGuide *guide,
                            GError        **error)
{
  g_autoptr (VacDocument) posting = NULL;
  g_autoptr (VacDocument) defaults = NULL;
  g_autoptr (GPtrArray) leaves = NULL;
  g_autoptr (VacNode) root = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (G_IS_SETTINGS (settings) && guide != NULL, NULL);

  posting = vac_guide_open (guide, error);
  if (posting == NULL)
    return NULL;
  defaults = vac_new_posting_load (settings);
  leaves = vac_new_posting_list (defaults);
  for (guint i = 0; i < leaves->len; i++)
    {
      VacNode *leaf = g_ptr_array_index (leaves, i);

      if (*vac_node_get_text (leaf) != '\0')
        any |= fill (guide, posting, leaf);
    }
  if (!any)
    return g_steal_pointer (&posting);
  root = vac_node_copy (vac_document_get_root (posting));

  return vac_document_new_for_root (root);
}
