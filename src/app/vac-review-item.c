/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-item"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-diff.h"
#include "vac-quote.h"
#include "vac-review-item.h"
#include "vac-severity-look.h"

/**
 * VacReviewItem:
 *
 * A row of the list of findings: one of them, or the heading above those of a group.
 */
struct _VacReviewItem
{
  GObject          parent_instance;

  /* Owned */
  VacFinding      *finding;   /* NULL for a heading */
  char            *title;     /* the words that it is about, or where it is */
  char            *place;     /* where the words are; empty when the title says it */

  VacFindingGroup  group;
  guint            count;     /* of a heading: how many there are below it */
};

G_DEFINE_FINAL_TYPE (VacReviewItem, vac_review_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_COUNT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vac_review_item_finalize (GObject *object)
{
  VacReviewItem *self = VAC_REVIEW_ITEM (object);

  g_clear_pointer (&self->finding, vac_finding_free);
  g_free (self->title);
  g_free (self->place);

  G_OBJECT_CLASS (vac_review_item_parent_class)->finalize (object);
}

static void
vac_review_item_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, VAC_REVIEW_ITEM (object)->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_review_item_class_init (VacReviewItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vac_review_item_finalize;
  object_class->get_property = vac_review_item_get_property;

  /**
   * VacReviewItem:count:
   *
   * Of a heading: how many findings there are below it.
   */
  properties[PROP_COUNT] =
    g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vac_review_item_init (VacReviewItem *self)
{
}

/**
 * vac_review_item_new_heading:
 * @group: what the findings below it are about
 *
 * Returns: (transfer full): a heading
 */
VacReviewItem *
vac_review_item_new_heading (VacFindingGroup group)
{
  VacReviewItem *self = g_object_new (VAC_TYPE_REVIEW_ITEM, NULL);

  self->group = group;
  self->title = g_strdup (vac_finding_group_get_label (group));
  self->place = g_strdup ("");

  return self;
}

/* Sections are called what readers call them; their bullets have no names. */
static char *
name_place (VacDocument *document,
            VacNode     *node)
{
  VacNode *section = vac_node_get_ancestor (node, VAC_ROLE_SECTION);

  return vac_diff_name_place (document, section != NULL ? section : node, NULL);
}

static char *
quote_words (const VacFinding *finding)
{
  g_autofree char *shortened = vac_quote_shorten (finding->words);
  g_autofree char *visible = vac_quote_visible (shortened, "");

  /* Translators: words of the posting */
  return g_strdup_printf (_("“%s”"), visible);
}

/**
 * vac_review_item_new:
 * @document: a posting
 * @finding: what was found in it
 *
 * Returns: (transfer full): a row for a copy of @finding
 */
VacReviewItem *
vac_review_item_new (VacDocument      *document,
                     const VacFinding *finding)
{
  VacReviewItem *self = g_object_new (VAC_TYPE_REVIEW_ITEM, NULL);
  g_autofree char *place = name_place (document, finding->node);

  self->group = finding->group;
  self->finding = vac_finding_copy (finding);
  self->title = finding->words != NULL ? quote_words (finding) : g_strdup (place);
  self->place = finding->words != NULL ? g_steal_pointer (&place) : g_strdup ("");

  return self;
}

/**
 * vac_review_item_make_key:
 * @finding: what was found in a posting
 *
 * Returns: (transfer full): the same for what says the same of the same words, wherever in their
 *   text they are by now
 */
char *
vac_review_item_make_key (const VacFinding *finding)
{
  return g_strdup_printf ("%p %d %s\n%s\n%s", (void *) finding->node, finding->severity,
                          finding->id, finding->sentence,
                          finding->words != NULL ? finding->words : "");
}

/**
 * vac_review_item_get_finding:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what was found; %NULL for a heading
 */
VacFinding *
vac_review_item_get_finding (VacReviewItem *self)
{
  g_return_val_if_fail (VAC_IS_REVIEW_ITEM (self), NULL);

  return self->finding;
}

/**
 * vac_review_item_set_span:
 * @self: a row of a finding
 * @start: where in their text its words are by now, in bytes
 * @length: how many bytes they have
 */
void
vac_review_item_set_span (VacReviewItem *self,
                          gsize          start,
                          gsize          length)
{
  g_return_if_fail (VAC_IS_REVIEW_ITEM (self) && self->finding != NULL);

  self->finding->start = start;
  self->finding->length = length;
}

/**
 * vac_review_item_get_title:
 * @self: a row
 *
 * Returns: the words that it is about, quoted; where there are none, the place; of a heading, what
 *   the group is called
 */
const char *
vac_review_item_get_title (VacReviewItem *self)
{
  g_return_val_if_fail (VAC_IS_REVIEW_ITEM (self), NULL);

  return self->title;
}

/**
 * vac_review_item_get_place:
 * @self: a row
 *
 * Returns: where the words are; empty when the title says it
 */
const char *
vac_review_item_get_place (VacReviewItem *self)
{
  g_return_val_if_fail (VAC_IS_REVIEW_ITEM (self), NULL);

  return self->place;
}

/**
 * vac_review_item_get_group:
 * @self: a row
 *
 * Returns: what it is about
 */
VacFindingGroup
vac_review_item_get_group (VacReviewItem *self)
{
  g_return_val_if_fail (VAC_IS_REVIEW_ITEM (self), VAC_FINDING_FACTS);

  return self->group;
}

/**
 * vac_review_item_get_count:
 * @self: a row
 *
 * Returns: of a heading, how many findings there are below it
 */
guint
vac_review_item_get_count (VacReviewItem *self)
{
  g_return_val_if_fail (VAC_IS_REVIEW_ITEM (self), 0);

  return self->count;
}

/**
 * vac_review_item_set_count:
 * @self: a heading
 * @count: how many findings there are below it
 */
void
vac_review_item_set_count (VacReviewItem *self,
                           guint          count)
{
  g_return_if_fail (VAC_IS_REVIEW_ITEM (self) && self->finding == NULL);

  if (self->count == count)
    return;
  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/**
 * vac_review_item_is_legal:
 * @self: a row
 *
 * Returns: whether it is a finding that says what the law of a place demands, or may demand
 */
gboolean
vac_review_item_is_legal (VacReviewItem *self)
{
  g_return_val_if_fail (VAC_IS_REVIEW_ITEM (self), FALSE);

  return self->finding != NULL && (self->finding->severity == VAC_SEVERITY_LEGAL ||
                                   self->finding->group == VAC_FINDING_PAY);
}

/**
 * vac_review_item_describe:
 * @self: a row
 *
 * Returns: (transfer full): all that the row shows, for somebody who hears it
 */
char *
vac_review_item_describe (VacReviewItem *self)
{
  g_return_val_if_fail (VAC_IS_REVIEW_ITEM (self), NULL);

  if (self->finding == NULL)
    return g_strdup_printf (ngettext ("%s, %u finding", "%s, %u findings", self->count),
                            self->title, self->count);
  if (*self->place == '\0')
    /* Translators: how bad it is, where it is, and a sentence on what is wrong */
    return g_strdup_printf (_("%s, %s: %s"), vac_severity_get_label (self->finding->severity),
                            self->title, self->finding->sentence);

  /* Translators: how bad it is, words of the posting, where they are, and what is wrong */
  return g_strdup_printf (_("%s, %s, in %s: %s"), vac_severity_get_label (self->finding->severity),
                          self->title, self->place, self->finding->sentence);
}
