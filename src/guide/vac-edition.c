/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-edition"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-edition.h"
#include "vac-phrase.h"

/* A posting that was made from one edition of a guide, taken over into another one.
 *
 * What nobody has changed is found by what it says, not by its position: sections are moved,
 * bullets reordered, removed, and added. A text counts as the guide's if the part with the same id
 * says exactly that in the edition. Bullets may also have come from elsewhere: dragged from another
 * part, or added with a variation. */

#define PARAGRAPHS "\n\n"

/* The texts of two editions. What stands in one part only goes by a key, see make_key(). */
typedef struct
{
  GHashTable *translations;   /* key of a text in the old edition → the text in the new one */
  GHashTable *translated;     /* texts in the new edition and their keys */
  GHashTable *anywhere;       /* text in the old edition → that in the new one; "" for several */
} Dictionary;

static void
dictionary_clear (Dictionary *self)
{
  g_hash_table_unref (self->translations);
  g_hash_table_unref (self->translated);
  g_hash_table_unref (self->anywhere);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dictionary, dictionary_clear)

/* Whether a leaf holds words of a language, and not a code or an address. */
static gboolean
is_text (VacNode *node)
{
  const VacKind kind = vac_node_get_kind (node);

  return (kind == VAC_KIND_TEXT || kind == VAC_KIND_PROSE) &&
         vac_node_get_field (node)->syntax == VAC_SYNTAX_ANY;
}

static gboolean
is_figure (VacNode *node)
{
  const VacField *field = vac_node_get_field (node);

  return field != NULL && (field->kind == VAC_KIND_INTEGER || vac_field_is_decimal (field) ||
                           field->syntax == VAC_SYNTAX_CURRENCY);
}

static gboolean
is_of_item (VacRole role)
{
  return role == VAC_ROLE_ITEM_LABEL || role == VAC_ROLE_ITEM_TEXT;
}

/* Returns: (transfer none): the id of a section or variation; empty for anything else */
static const char *
get_id (VacNode *node)
{
  switch ((guint) vac_node_get_role (node))
    {
    case VAC_ROLE_SECTION:
      return vac_node_get_member_text (node, VAC_ROLE_SECTION_ID);
    case VAC_ROLE_VARIATION:
      return vac_node_get_member_text (node, VAC_ROLE_VARIATION_ID);
    default:
      return "";
    }
}

/* @part is the id of the section or variation that @leaf is in. An entry that an industry added
 * names it by its title. */
static char *
make_key (const char *part,
          VacNode    *leaf,
          const char *text)
{
  if (vac_node_get_role (leaf) == VAC_ROLE_ITEM_ORIGIN)
    return g_strdup_printf ("\n%d\n%s", VAC_ROLE_INDUSTRY_TITLE, text);

  return g_strdup_printf ("%s\n%d\n%s", part, vac_node_get_role (leaf), text);
}

/* Reading two editions */

static void
learn_text (Dictionary *self,
            const char *part,
            VacNode    *leaf,
            const char *from,
            const char *to)
{
  const char *known = g_hash_table_lookup (self->anywhere, from);
  char *key;

  if (*from == '\0' || *to == '\0')
    return;

  g_hash_table_add (self->translated, make_key (part, leaf, to));
  g_hash_table_add (self->translated, g_strdup (to));
  g_hash_table_insert (self->anywhere, g_strdup (from),
                       g_strdup (known == NULL || g_str_equal (known, to) ? to : ""));
  key = make_key (part, leaf, from);
  if (g_hash_table_contains (self->translations, key))
    g_free (key);
  else
    g_hash_table_insert (self->translations, key, g_strdup (to));
}

static void
learn_leaf (Dictionary *self,
            const char *part,
            VacNode    *from,
            VacNode    *to)
{
  g_auto (GStrv) old = g_strsplit (vac_node_get_text (from), PARAGRAPHS, -1);
  g_auto (GStrv) new = g_strsplit (vac_node_get_text (to), PARAGRAPHS, -1);
  const guint n_paragraphs = g_strv_length (old);

  learn_text (self, part, from, vac_node_get_text (from), vac_node_get_text (to));
  if (n_paragraphs > 1 && n_paragraphs == g_strv_length (new))
    for (guint i = 0; i < n_paragraphs; i++)
      learn_text (self, part, from, old[i], new[i]);
}

static VacNode *
find_variation (VacNode    *list,
                const char *id)
{
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (g_str_equal (get_id (vac_node_get_child (list, i)), id))
      return vac_node_get_child (list, i);

  return NULL;
}

/* Returns: (nullable): what @element of @from is in @to. Editions have the same structure; where
 * lists differ in length after all, nothing says which elements belong together. */
static VacNode *
find_partner (VacNode     *element,
              VacNode     *from,
              VacNode     *to,
              VacDocument *edition)
{
  const char *id = get_id (element);

  if (vac_node_get_role (element) == VAC_ROLE_SECTION)
    return vac_document_find_section (edition, id);
  if (vac_node_get_role (element) == VAC_ROLE_VARIATION)
    return find_variation (to, id);
  if (vac_node_get_n_children (from) != vac_node_get_n_children (to))
    return NULL;

  return vac_node_get_child (to, vac_node_get_position (element));
}

/* Words about one amount must not end up beside another one, which stays. */
static gboolean
has_other_figures (VacNode *from,
                   VacNode *to)
{
  for (guint i = 0; i < vac_node_get_n_children (from); i++)
    {
      VacNode *child = vac_node_get_child (from, i);

      if (is_figure (child) &&
          !g_str_equal (vac_node_get_text (child),
                        vac_node_get_member_text (to, vac_node_get_role (child))))
        return TRUE;
    }

  return FALSE;
}

static void
learn (Dictionary  *self,
       const char  *part,
       VacNode     *from,
       VacNode     *to,
       VacDocument *edition)
{
  const gboolean is_list = vac_node_get_kind (from) == VAC_KIND_LIST;

  if (is_text (from))
    learn_leaf (self, part, from, to);
  if (*get_id (from) != '\0')
    part = get_id (from);
  if (vac_node_get_kind (from) == VAC_KIND_RECORD && has_other_figures (from, to))
    return;

  for (guint i = 0; i < vac_node_get_n_children (from); i++)
    {
      VacNode *child = vac_node_get_child (from, i);
      VacNode *partner = vac_node_get_field (child) == NULL ? NULL
                         : is_list ? find_partner (child, from, to, edition)
                                   : vac_node_get (to, vac_node_get_role (child));

      if (partner != NULL)
        learn (self, part, child, partner, edition);
    }
}

/* Going through the posting */

typedef struct
{
  VacDocument      *document;
  const Dictionary *dictionary;
  VacEditionSwitch *result;
} Walk;

/* Whether @text is what the new edition says already. */
static gboolean
is_translated (const Dictionary *dictionary,
               const char       *part,
               VacNode          *leaf,
               const char       *text)
{
  g_autofree char *key = make_key (part, leaf, text);

  return g_hash_table_contains (dictionary->translated, key) ||
         (is_of_item (vac_node_get_role (leaf)) &&
          g_hash_table_contains (dictionary->translated, text));
}

/* Returns: (nullable): what the new edition says instead */
static const char *
translate (const Dictionary *dictionary,
           const char       *part,
           VacNode          *leaf,
           const char       *text)
{
  g_autofree char *key = make_key (part, leaf, text);
  const char *found = g_hash_table_lookup (dictionary->translations, key);

  if (found == NULL && is_of_item (vac_node_get_role (leaf)) &&
      !is_translated (dictionary, part, leaf, text))
    found = g_hash_table_lookup (dictionary->anywhere, text);

  return found != NULL && *found != '\0' ? found : NULL;
}

/* Returns: (transfer full): @leaf with what is the guide's in the words of the new edition, as a
 * whole or paragraph by paragraph; @own says whether anything is somebody's own */
static char *
translate_leaf (const Dictionary *dictionary,
                const char       *part,
                VacNode          *leaf,
                gboolean         *own)
{
  const char *whole = translate (dictionary, part, leaf, vac_node_get_text (leaf));
  g_auto (GStrv) paragraphs = NULL;

  *own = FALSE;
  if (whole != NULL)
    return g_strdup (whole);

  paragraphs = g_strsplit (vac_node_get_text (leaf), PARAGRAPHS, -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      const char *found = translate (dictionary, part, leaf, paragraphs[i]);

      if (found == NULL)
        {
          *own |= !is_translated (dictionary, part, leaf, paragraphs[i]);
          continue;
        }
      g_free (paragraphs[i]);
      paragraphs[i] = g_strdup (found);
    }

  return g_strjoinv (PARAGRAPHS, paragraphs);
}

/* Nobody expects to find names in another language, and ids are in none. */
static void
count_own (VacEditionSwitch *result,
           VacRole           role)
{
  switch ((guint) role)
    {
    case VAC_ROLE_FORMAT:
    case VAC_ROLE_GUIDE_ID:
    case VAC_ROLE_GUIDE_TITLE:
    case VAC_ROLE_GUIDE_EDITION:
    case VAC_ROLE_GUIDE_SUMMARY:
    case VAC_ROLE_EMPLOYER_NAME:
    case VAC_ROLE_EMPLOYER_LEGAL_NAME:
    case VAC_ROLE_DEPARTMENT:
    case VAC_ROLE_REQUISITION:
    case VAC_ROLE_GRADE_LABEL:
    case VAC_ROLE_GRADE_SCALE:
    case VAC_ROLE_TIME_ZONES:
    case VAC_ROLE_LOCATION_STREET:
    case VAC_ROLE_LOCATION_CITY:
    case VAC_ROLE_LOCATION_REGION:
    case VAC_ROLE_LOCATION_POSTAL_CODE:
    case VAC_ROLE_AREA_REGION:
    case VAC_ROLE_LICENCE_NAME:
    case VAC_ROLE_SKILL_NAME:
    case VAC_ROLE_SKILL_ID:
    case VAC_ROLE_CONTACT_NAME:
    case VAC_ROLE_SECTION_ID:
    case VAC_ROLE_VARIATION_ID:
    case VAC_ROLE_ADDITION_SECTION:
    case VAC_ROLE_PLACE_NAME:
    case VAC_ROLE_SURVEY_ID:
    case VAC_ROLE_SURVEY_NAME:
    case VAC_ROLE_SURVEY_PUBLISHER:
    case VAC_ROLE_SURVEY_EDITION:
    case VAC_ROLE_FIGURE_SURVEY:
    case VAC_ROLE_FIGURE_OCCUPATION:
    case VAC_ROLE_FIGURE_AREA_CODE:
    case VAC_ROLE_ITEM_ID:
    case VAC_ROLE_ITEM_ORIGIN:
    case VAC_ROLE_ASSESSED:
    case VAC_ROLE_VARIATION_CONFLICT:
    case VAC_ROLE_INTERVIEWER_NAME:
    case VAC_ROLE_INTERVIEWER_ASKED:
      break;
    case VAC_ROLE_JOB_TITLE:
    case VAC_ROLE_SECTION_TITLE:
    case VAC_ROLE_ASSESSMENT_TITLE:
      result->n_headings++;
      break;
    default:
      result->n_texts++;
      break;
    }
}

static void
visit_leaf (Walk       *walk,
            const char *part,
            VacNode    *leaf)
{
  g_autofree char *text = NULL;
  gboolean own;

  if (*vac_node_get_text (leaf) == '\0')
    return;

  text = translate_leaf (walk->dictionary, part, leaf, &own);
  if (!g_str_equal (text, vac_node_get_text (leaf)) &&
      vac_document_set_text (walk->document, leaf, text))
    walk->result->n_taken++;
  if (own)
    count_own (walk->result, vac_node_get_role (leaf));
}

static void
visit (Walk       *walk,
       const char *part,
       VacNode    *node)
{
  const guint n_texts = walk->result->n_texts;

  /* What the review notes is in no language. */
  if (vac_node_get_field (node) == NULL || vac_node_get_role (node) == VAC_ROLE_REVIEW)
    return;
  if (is_text (node))
    visit_leaf (walk, part, node);
  if (*get_id (node) != '\0')
    part = get_id (node);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    visit (walk, part, vac_node_get_child (node, i));

  if (vac_node_get_role (node) == VAC_ROLE_ITEM)
    walk->result->n_texts = MIN (walk->result->n_texts, n_texts + 1);
}

/**
 * vac_edition_switch:
 * @document: a posting that was made from @from
 * @from: an edition of a guide
 * @to: the edition in another language; its parts have the same ids, and its lists the same order
 * @language: the new language of the posting, a BCP 47 tag
 * @result: (out): what was taken over, and what was left
 *
 * Sets the language, and makes every text that nobody has changed since what @to says there. What
 * somebody wrote stays. All of it is one step.
 */
void
vac_edition_switch (VacDocument      *document,
                    VacDocument      *from,
                    VacDocument      *to,
                    const char       *language,
                    VacEditionSwitch *result)
{
  g_auto (Dictionary) dictionary = { 0 };
  Walk walk = { .document = document, .dictionary = &dictionary, .result = result };

  g_return_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_DOCUMENT (from) && VAC_IS_DOCUMENT (to));
  g_return_if_fail (language != NULL && result != NULL);

  *result = (VacEditionSwitch) { .outcome = VAC_EDITION_SWITCHED };
  dictionary.translations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  dictionary.translated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  dictionary.anywhere = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  learn (&dictionary, "", vac_document_get_root (from), vac_document_get_root (to), to);

  /* Undoing shows what a step changed first. */
  vac_document_begin_step (document, _("Switch Language"));
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), language);
  visit (&walk, "", vac_document_get_root (document));
  vac_document_end_step (document);
}

/* Returns: (nullable): the edition that the texts of a posting are likely from: in its language, or
 * in any but the new one when its language was changed to one without an edition before */
static const VacGuide *
find_old_edition (VacGuideLibrary *library,
                  VacDocument     *document,
                  const VacGuide  *to)
{
  GPtrArray *guides = vac_guide_library_get_guides (library);
  const char *name = vac_document_get_text (document, VAC_ROLE_GUIDE_ID);
  const VacGuide *from = vac_guide_library_find_edition (
      library, name, vac_document_get_text (document, VAC_ROLE_LANGUAGE));

  for (guint i = 0; from == NULL && i < guides->len; i++)
    {
      const VacGuide *guide = g_ptr_array_index (guides, i);

      if (guide != to && g_str_equal (guide->edition_of, name))
        from = guide;
    }

  return from;
}

/**
 * vac_edition_switch_language:
 * @library: the guides
 * @document: a posting
 * @language: its new language, a BCP 47 tag
 * @result: (out): what became of the texts that are its guide's
 *
 * Sets the language, and takes over the texts of the guide that the posting was made from if that
 * has an edition in the new language; see vac_edition_switch(). All of it is one step.
 */
void
vac_edition_switch_language (VacGuideLibrary  *library,
                             VacDocument      *document,
                             const char       *language,
                             VacEditionSwitch *result)
{
  const VacGuide *from, *to;
  VacNode *leaf;
  g_autoptr (VacDocument) old_edition = NULL;
  g_autoptr (VacDocument) new_edition = NULL;

  g_return_if_fail (library != NULL && VAC_IS_DOCUMENT (document));
  g_return_if_fail (language != NULL && result != NULL);

  *result = (VacEditionSwitch) { .outcome = VAC_EDITION_SAME };
  if (vac_document_get_read_only (document))
    return;

  to = vac_guide_library_find_edition (
      library, vac_document_get_text (document, VAC_ROLE_GUIDE_ID), language);
  from = find_old_edition (library, document, to);
  if (from != NULL && to != NULL && from != to)
    {
      /* A library holds only what could be read. */
      old_edition = vac_guide_open (from, NULL);
      new_edition = vac_guide_open (to, NULL);
    }
  if (old_edition != NULL && new_edition != NULL)
    {
      vac_edition_switch (document, old_edition, new_edition, language, result);
      return;
    }

  if (from != NULL && to == NULL)
    result->outcome = VAC_EDITION_MISSING;
  leaf = vac_document_get (document, VAC_ROLE_LANGUAGE);
  vac_document_begin_step (document, _("Switch Language"));
  vac_document_set_text (document, leaf, language);
  vac_document_end_step (document);
}

/**
 * vac_edition_open_source:
 * @library: the guides
 * @document: a posting
 *
 * Returns: (transfer full) (nullable): the edition that the texts of @document are likely from;
 *   %NULL when the guide that it was made from is not here
 */
VacDocument *
vac_edition_open_source (VacGuideLibrary *library,
                         VacDocument     *document)
{
  const VacGuide *source;

  g_return_val_if_fail (library != NULL && VAC_IS_DOCUMENT (document), NULL);

  source = find_old_edition (library, document, NULL);

  /* A library holds only what could be read. */
  return source != NULL ? vac_guide_open (source, NULL) : NULL;
}

static char *
describe_left (const VacEditionSwitch *result,
               const char             *name)
{
  const guint n_headings = result->n_headings, n_texts = result->n_texts;
  g_autofree char *headings = NULL;
  g_autofree char *texts = NULL;

  if (n_headings == 0 && n_texts == 0)
    return g_strdup_printf (_("Now in %s, with all its texts."), name);
  if (n_texts == 0)
    return g_strdup_printf (ngettext ("Now in %s. %u heading was yours and stays as it is.",
                                      "Now in %s. %u headings were yours and stay as they are.",
                                      n_headings), name, n_headings);
  if (n_headings == 0)
    return g_strdup_printf (ngettext ("Now in %s. %u text was yours and stays as it is.",
                                      "Now in %s. %u texts were yours and stay as they are.",
                                      n_texts), name, n_texts);

  headings = g_strdup_printf (ngettext ("%u heading", "%u headings", n_headings), n_headings);
  texts = g_strdup_printf (ngettext ("%u text", "%u texts", n_texts), n_texts);

  /* Translators: a language, then “3 headings” and “12 texts” */
  return g_strdup_printf (_("Now in %s. %s and %s were yours and stay as they are."), name,
                          headings, texts);
}

/**
 * vac_edition_describe:
 * @result: what vac_edition_switch_language() did
 * @language: the new language of the posting
 *
 * Returns: (transfer full) (nullable): a translated sentence or two on what was taken over and what
 *   was left; %NULL when there is nothing to say
 */
char *
vac_edition_describe (const VacEditionSwitch *result,
                      const char             *language)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (result != NULL && language != NULL, NULL);

  name = vac_code_names_get (VAC_CODE_LANGUAGE, language, g_get_language_names ()[0]);
  if (name == NULL || result->outcome == VAC_EDITION_SAME)
    return NULL;
  if (result->outcome == VAC_EDITION_SWITCHED)
    return describe_left (result, name);

  /* Of a language without words a lasting remark is shown beside the field. */
  return vac_phrase_speaks (language)
             ? g_strdup_printf (_("Now in %s. Only the words that the program writes have changed: "
                                  "the guide has no edition in this language."), name)
             : NULL;
}
