/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-job-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-fold-row.h"
#include "vac-job-page.h"
#include "vac-offer.h"
#include "vac-pay-group.h"
#include "vac-record-list.h"
#include "vac-skill-offer.h"

/**
 * VacJobPage:
 *
 * The facts of a job, as the schema lists them. A record or a list of records has a group of its
 * own under its title; all else is a row of a card. What the schema folds is such a row, too: it
 * follows the leaves before it on their card, and the leaves behind it begin the next.
 */
struct _VacJobPage
{
  VacPage parent_instance;
};

G_DEFINE_FINAL_TYPE (VacJobPage, vac_job_page, VAC_TYPE_PAGE)

/* Where the next row goes. */
typedef struct
{
  VacDocument         *document;
  GPtrArray           *members;
  guint                position;
  AdwPreferencesGroup *card;          /* nullable */
  gboolean             ends_folded;   /* with a row for a whole record or list */
} Layout;

static void
vac_job_page_class_init (VacJobPageClass *klass)
{
}

static void
vac_job_page_init (VacJobPage *self)
{
}

static GtkWidget *
create_group (VacDocument *document,
              VacNode     *member)
{
  GtkWidget *group;

  if (vac_node_get_kind (member) == VAC_KIND_LIST)
    return vac_record_list_new (document, member, vac_field_row_new, NULL);

  group = vac_node_get_role (member) == VAC_ROLE_PAY ? vac_pay_group_new (document)
                                                     : vac_field_group_new (document, member);
  vac_offer_add_to (ADW_PREFERENCES_GROUP (group), document, member);

  return group;
}

/* With what belongs to a whole record, or to a list. */
static void
fill_fold (VacFoldRow      *fold,
           VacDocument     *document,
           GPtrArray       *members,
           VacFieldRowFunc  create_row)
{
  VacNode *member = g_ptr_array_index (members, 0);

  if (vac_node_get_kind (member) == VAC_KIND_LIST)
    {
      GtkWidget *list = vac_record_list_new (document, member, create_row, NULL);

      vac_record_list_hide_title (VAC_RECORD_LIST (list));
      vac_fold_row_add_widget (fold, list);
    }
  else
    {
      g_autoptr (GPtrArray) rows = vac_fold_create_rows (document, member, create_row);

      for (guint i = 0; i < rows->len; i++)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (fold), g_ptr_array_index (rows, i));
    }
}

static void
add_row (VacJobPage *self,
         Layout     *layout,
         gboolean    begins,
         GtkWidget  *row)
{
  if (layout->card == NULL || begins)
    {
      layout->card = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      vac_page_add (VAC_PAGE (self), GTK_WIDGET (layout->card));
    }
  adw_preferences_group_add (layout->card, row);
}

static void
add_next (VacJobPage *self,
          Layout     *layout)
{
  VacNode *member = g_ptr_array_index (layout->members, layout->position);
  const VacField *field = vac_node_get_field (member);

  if (vac_field_is_leaf (field))
    {
      add_row (self, layout, layout->ends_folded,
               vac_fold_take_run (layout->document, layout->members, &layout->position,
                                  vac_field_row_new));
      layout->ends_folded = FALSE;
      return;
    }

  layout->position++;
  layout->ends_folded = field->fold != NULL;
  if (layout->ends_folded)
    {
      add_row (self, layout, FALSE, vac_fold_row_new_for (layout->document, member, fill_fold,
                                                  vac_field_row_new));
      if (field->role == VAC_ROLE_SKILLS)
        vac_skill_offer_add_to (layout->card, layout->document);
    }
  else if (field->kind == VAC_KIND_LIST && vac_field_is_leaf (field->element))
    {
      add_row (self, layout, TRUE, vac_choices_row_new (layout->document, member));
    }
  else
    {
      vac_page_add (VAC_PAGE (self), create_group (layout->document, member));
      layout->card = NULL;
    }
}

/* As the schema lists them, but for pay, which follows the places that it is compared by. */
static GPtrArray *
list_members (VacNode *job)
{
  GPtrArray *members = vac_editor_list_members (job);
  guint pay, places;

  if (g_ptr_array_find (members, vac_node_get (job, VAC_ROLE_PAY), &pay) &&
      g_ptr_array_find (members, vac_node_get (job, VAC_ROLE_LOCATIONS), &places) && places < pay)
    g_ptr_array_insert (members, (int) places + 1, g_ptr_array_steal_index (members, pay));

  return members;
}

/* What candidates do not read of it. */
static GtkWidget *
create_team_group (VacDocument *document)
{
  static const VacRole roles[] = { VAC_ROLE_STATUS, VAC_ROLE_STATUS_SINCE };
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("For the Team"));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    adw_preferences_group_add (
        group, vac_field_row_new (document, vac_document_get (document, roles[i])));

  return GTK_WIDGET (group);
}

/**
 * vac_job_page_new:
 * @document: a document
 *
 * Returns: (transfer floating): the page of its job, with the posting's language and status. Pay
 *   follows the places, which it is compared by; a page that is about pay has the same form.
 */
GtkWidget *
vac_job_page_new (VacDocument *document)
{
  VacJobPage *self;
  VacNode *job;
  g_autoptr (GPtrArray) members = NULL;
  Layout layout = { .document = document };

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self = g_object_new (VAC_TYPE_JOB_PAGE, NULL);
  job = vac_document_get (document, VAC_ROLE_JOB);
  vac_editor_set_node (GTK_WIDGET (self), job);
  members = list_members (job);
  layout.members = members;
  while (layout.position < members->len)
    add_next (self, &layout);
  add_row (self, &layout, TRUE,
           vac_field_row_new (document, vac_document_get (document, VAC_ROLE_LANGUAGE)));
  vac_page_add (VAC_PAGE (self), create_team_group (document));

  return GTK_WIDGET (self);
}
