<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>Actions</name>
    <message>
      <source>About</source>
      <translation>À propos</translation>
    </message>
    <message>
      <source>Accept all above a score …</source>
      <translation>Accepter tout au-dessus d’un score…</translation>
    </message>
    <message>
      <source>Accept all in view</source>
      <translation>Accepter tout ce qui est visible</translation>
    </message>
    <message>
      <source>Accept all of this label</source>
      <translation>Accepter tout de cette étiquette</translation>
    </message>
    <message>
      <source>Accept suggestion</source>
      <translation>Accepter la suggestion</translation>
    </message>
    <message>
      <source>Accept with what belongs to it</source>
      <translation>Accepter avec ce qui s’y rattache</translation>
    </message>
    <message>
      <source>Add the selection to the span</source>
      <translation>Ajouter la sélection au passage</translation>
    </message>
    <message>
      <source>All articles</source>
      <translation>Tous les articles</translation>
    </message>
    <message>
      <source>All keys</source>
      <translation>Toutes les touches</translation>
    </message>
    <message>
      <source>All pledges</source>
      <translation>Toutes les promesses</translation>
    </message>
    <message>
      <source>Also label as</source>
      <translation>Étiqueter aussi</translation>
    </message>
    <message>
      <source>Annotate</source>
      <translation>Annoter</translation>
    </message>
    <message>
      <source>Another type for the relation</source>
      <translation>Autre type pour la relation</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Comme le système</translation>
    </message>
    <message>
      <source>Back up now</source>
      <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
      <source>Blind sample …</source>
      <translation>Échantillon à l’aveugle…</translation>
    </message>
    <message>
      <source>Close project</source>
      <translation>Fermer le projet</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Sombre</translation>
    </message>
    <message>
      <source>Done, go to the next</source>
      <translation>Terminer et passer au suivant</translation>
    </message>
    <message>
      <source>Doubtful suggestions first, or by place</source>
      <translation>Suggestions douteuses d’abord, ou par place</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Édition</translation>
    </message>
    <message>
      <source>End one word to the left</source>
      <translation>Fin un mot à gauche</translation>
    </message>
    <message>
      <source>End one word to the right</source>
      <translation>Fin un mot à droite</translation>
    </message>
    <message>
      <source>Export the pledges …</source>
      <translation>Exporter les promesses…</translation>
    </message>
    <message>
      <source>Export …</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <source>Find a command …</source>
      <translation>Trouver une commande…</translation>
    </message>
    <message>
      <source>Flag for the lead …</source>
      <translation>Signaler au responsable…</translation>
    </message>
    <message>
      <source>Guide</source>
      <translation>Guide</translation>
    </message>
    <message>
      <source>Guided tour</source>
      <translation>Visite guidée</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <source>Import a folder …</source>
      <translation>Importer un dossier…</translation>
    </message>
    <message>
      <source>Import articles …</source>
      <translation>Importer des articles…</translation>
    </message>
    <message>
      <source>Label all mentions like this</source>
      <translation>Étiqueter ainsi toutes les mentions</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Texte plus grand</translation>
    </message>
    <message>
      <source>Learn from my work …</source>
      <translation>Apprendre de mon travail…</translation>
    </message>
    <message>
      <source>Leave, clear the selection</source>
      <translation>Quitter, vider la sélection</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Clair</translation>
    </message>
    <message>
      <source>Merge spans</source>
      <translation>Fusionner les passages</translation>
    </message>
    <message>
      <source>Move the end with the arrows</source>
      <translation>Déplacer la fin avec les flèches</translation>
    </message>
    <message>
      <source>Move the start with the arrows</source>
      <translation>Déplacer le début avec les flèches</translation>
    </message>
    <message>
      <source>New project …</source>
      <translation>Nouveau projet…</translation>
    </message>
    <message>
      <source>Next article</source>
      <translation>Article suivant</translation>
    </message>
    <message>
      <source>Next panel</source>
      <translation>Panneau suivant</translation>
    </message>
    <message>
      <source>Next sentence</source>
      <translation>Phrase suivante</translation>
    </message>
    <message>
      <source>Next suggestion</source>
      <translation>Suggestion suivante</translation>
    </message>
    <message>
      <source>Normal text size</source>
      <translation>Taille normale du texte</translation>
    </message>
    <message>
      <source>Note on the relation …</source>
      <translation>Note sur la relation…</translation>
    </message>
    <message>
      <source>Note on the span …</source>
      <translation>Note sur le passage…</translation>
    </message>
    <message>
      <source>Only the text and the current mark</source>
      <translation>Seulement le texte et la marque courante</translation>
    </message>
    <message>
      <source>Open project …</source>
      <translation>Ouvrir un projet…</translation>
    </message>
    <message>
      <source>Open the sample</source>
      <translation>Ouvrir l’exemple</translation>
    </message>
    <message>
      <source>Paste as article …</source>
      <translation>Coller comme article…</translation>
    </message>
    <message>
      <source>Pre-highlight all articles</source>
      <translation>Préannoter tous les articles</translation>
    </message>
    <message>
      <source>Previous article</source>
      <translation>Article précédent</translation>
    </message>
    <message>
      <source>Previous panel</source>
      <translation>Panneau précédent</translation>
    </message>
    <message>
      <source>Previous sentence</source>
      <translation>Phrase précédente</translation>
    </message>
    <message>
      <source>Previous suggestion</source>
      <translation>Suggestion précédente</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Projet</translation>
    </message>
    <message>
      <source>Project history …</source>
      <translation>Historique du projet…</translation>
    </message>
    <message>
      <source>Propose them in the whole project</source>
      <translation>Les proposer dans tout le projet</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Quitter</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Rétablir</translation>
    </message>
    <message>
      <source>Reject all of this label</source>
      <translation>Rejeter tout de cette étiquette</translation>
    </message>
    <message>
      <source>Reject suggestion</source>
      <translation>Rejeter la suggestion</translation>
    </message>
    <message>
      <source>Reject with what belongs to it</source>
      <translation>Rejeter avec ce qui s’y rattache</translation>
    </message>
    <message>
      <source>Relation from the selected span</source>
      <translation>Relation depuis le passage sélectionné</translation>
    </message>
    <message>
      <source>Release a dataset …</source>
      <translation>Publier un jeu de données…</translation>
    </message>
    <message>
      <source>Remove span or relation</source>
      <translation>Retirer le passage ou la relation</translation>
    </message>
    <message>
      <source>Reverse the relation</source>
      <translation>Inverser la relation</translation>
    </message>
    <message>
      <source>Save the article as a page …</source>
      <translation>Enregistrer l’article comme page…</translation>
    </message>
    <message>
      <source>Schema and guidelines …</source>
      <translation>Schéma et consignes…</translation>
    </message>
    <message>
      <source>Search articles</source>
      <translation>Rechercher des articles</translation>
    </message>
    <message>
      <source>Select the span at the caret</source>
      <translation>Sélectionner le passage au curseur</translation>
    </message>
    <message>
      <source>Select to the next sentence</source>
      <translation>Sélectionner jusqu’à la phrase suivante</translation>
    </message>
    <message>
      <source>Select to the sentence before</source>
      <translation>Sélectionner jusqu’à la phrase précédente</translation>
    </message>
    <message>
      <source>Settings …</source>
      <translation>Réglages…</translation>
    </message>
    <message>
      <source>Show all relations</source>
      <translation>Afficher toutes les relations</translation>
    </message>
    <message>
      <source>Skip, go to the next</source>
      <translation>Ignorer et passer au suivant</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Texte plus petit</translation>
    </message>
    <message>
      <source>Split span</source>
      <translation>Diviser le passage</translation>
    </message>
    <message>
      <source>Start one word to the left</source>
      <translation>Début un mot à gauche</translation>
    </message>
    <message>
      <source>Start one word to the right</source>
      <translation>Début un mot à droite</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>Statistiques</translation>
    </message>
    <message>
      <source>Stop pre-highlighting</source>
      <translation>Arrêter la préannotation</translation>
    </message>
    <message>
      <source>Stop proposing</source>
      <translation>Arrêter de proposer</translation>
    </message>
    <message>
      <source>Take the selection out of the span</source>
      <translation>Ôter la sélection du passage</translation>
    </message>
    <message>
      <source>Trim spaces and quotation marks</source>
      <translation>Rogner espaces et guillemets</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Affichage</translation>
    </message>
    <message>
      <source>Who annotates …</source>
      <translation>Qui annote…</translation>
    </message>
  </context>
  <context>
    <name>AnnotatePage</name>
    <message>
      <source>Article text</source>
      <translation>Texte de l’article</translation>
    </message>
    <message>
      <source>The project is open for reading only.</source>
      <translation>Le projet est ouvert en lecture seule.</translation>
    </message>
    <message>
      <source>{n} words</source>
      <translation>{n} mots</translation>
    </message>
  </context>
  <context>
    <name>AnnotationPanel</name>
    <message>
      <source>A person's work</source>
      <translation>Le travail d’une personne</translation>
    </message>
    <message>
      <source>Annotation was seen of: {names}.</source>
      <translation>Des annotations ont été vues de : {names}.</translation>
    </message>
    <message>
      <source>In NAME_ada.ann it is _, and the set is ada's. Only files of brat are read then</source>
      <translation>Dans NAME_ada.ann c’est _, et le jeu est celui d’ada. Seuls les fichiers de brat sont alors lus</translation>
    </message>
    <message>
      <source>Labels that the schema does not have</source>
      <translation>Étiquettes absentes du schéma</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Écarter</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Nothing: one file a text</source>
      <translation>Rien : un fichier par texte</translation>
    </message>
    <message>
      <source>Say which label each one is here. Spans of a label that stays unknown are left out and listed.</source>
      <translation>Indiquez à quelle étiquette chacune correspond ici. Les passages d’une étiquette qui reste inconnue sont écartés et listés.</translation>
    </message>
    <message>
      <source>Suggestions of a model</source>
      <translation>Les suggestions d’un modèle</translation>
    </message>
    <message>
      <source>The format's name</source>
      <translation>Le nom du format</translation>
    </message>
    <message>
      <source>Unknown: leave out and list each</source>
      <translation>Inconnue : écarter et lister chaque passage</translation>
    </message>
    <message>
      <source>What {label} is here</source>
      <translation>Ce qu’est {label} ici</translation>
    </message>
    <message>
      <source>Where a file does not say whose it is</source>
      <translation>Quand un fichier ne dit pas de qui elles sont</translation>
    </message>
    <message>
      <source>brat: between the text's name and the annotator's</source>
      <translation>brat : entre le nom du texte et celui de l’annotateur</translation>
    </message>
    <message>
      <source>{label}, spans: {n}</source>
      <translation>{label}, passages : {n}</translation>
    </message>
  </context>
  <context>
    <name>AnnotatorKind</name>
    <message>
      <source>gold</source>
      <translation>référence</translation>
    </message>
    <message>
      <source>model</source>
      <translation>modèle</translation>
    </message>
    <message>
      <source>person</source>
      <translation>personne</translation>
    </message>
  </context>
  <context>
    <name>Announcing</name>
    <message>
      <source>1 relation</source>
      <translation>1 relation</translation>
    </message>
    <message>
      <source>Saved: {what}</source>
      <translation>Enregistré : {what}</translation>
    </message>
    <message>
      <source>Suggested: {what}</source>
      <translation>Suggéré : {what}</translation>
    </message>
    <message>
      <source>no relations</source>
      <translation>aucune relation</translation>
    </message>
    <message>
      <source>{n} relations</source>
      <translation>{n} relations</translation>
    </message>
  </context>
  <context>
    <name>ArticleCard</name>
    <message>
      <source>Note on the article</source>
      <translation>Note sur l’article</translation>
    </message>
    <message>
      <source>Select text and press the key of a label to mark it.</source>
      <translation>Sélectionnez du texte et appuyez sur la touche d’une étiquette pour le marquer.</translation>
    </message>
  </context>
  <context>
    <name>ArticleDelegate</name>
    <message>
      <source>{n} left</source>
      <translation>{n} à juger</translation>
    </message>
    <message>
      <source>{n} words</source>
      <translation>{n} mots</translation>
    </message>
  </context>
  <context>
    <name>ArticleList</name>
    <message>
      <source>Articles</source>
      <translation>Articles</translation>
    </message>
    <message>
      <source>Doubtful first</source>
      <translation>Douteux d’abord</translation>
    </message>
    <message>
      <source>The articles that the model doubts most come first, here and when an article is done</source>
      <translation>Les articles dont le modèle doute le plus viennent d’abord, ici et quand un article est terminé</translation>
    </message>
  </context>
  <context>
    <name>ArticleModel</name>
    <message>
      <source>Flagged: {reason}</source>
      <translation>Signalé : {reason}</translation>
    </message>
    <message>
      <source>{n} suggestions left</source>
      <translation>{n} suggestions à juger</translation>
    </message>
  </context>
  <context>
    <name>ArticleTable</name>
    <message>
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Doubt</source>
      <translation>Doute</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Notes</translation>
    </message>
    <message>
      <source>Outlet</source>
      <translation>Média</translation>
    </message>
    <message>
      <source>Spans</source>
      <translation>Passages</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>État</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titre</translation>
    </message>
    <message>
      <source>To judge</source>
      <translation>À juger</translation>
    </message>
  </context>
  <context>
    <name>ArticlesPage</name>
    <message>
      <source>Articles</source>
      <translation>Articles</translation>
    </message>
    <message>
      <source>{n} articles</source>
      <translation>{n} articles</translation>
    </message>
  </context>
  <context>
    <name>AttributeForm</name>
    <message>
      <source>press {key} for the next value</source>
      <translation>{key} : valeur suivante</translation>
    </message>
    <message>
      <source>{name}: {value} (not in the schema any more)</source>
      <translation>{name} : {value} (n’est plus dans le schéma)</translation>
    </message>
  </context>
  <context>
    <name>Background</name>
    <message>
      <source>Something went wrong.</source>
      <translation>Une erreur s’est produite.</translation>
    </message>
  </context>
  <context>
    <name>BlindDialog</name>
    <message>
      <source>Blind sample</source>
      <translation>Échantillon à l’aveugle</translation>
    </message>
    <message>
      <source>Counting the articles: {n} …</source>
      <translation>Décompte des articles : {n}…</translation>
    </message>
    <message>
      <source>How many articles</source>
      <translation>Nombre d’articles</translation>
    </message>
    <message>
      <source>In this share of the articles suggestions are hidden until the annotator has finished. They are the same articles for everybody; what differs with and without suggestions is kept.</source>
      <translation>Dans cette part des articles, les suggestions sont masquées jusqu’à ce que l’annotateur ait fini. Ce sont les mêmes articles pour tous ; ce qui diffère avec et sans suggestions est conservé.</translation>
    </message>
    <message>
      <source>Share of the articles</source>
      <translation>Part des articles</translation>
    </message>
    <message>
      <source>{n} of {total} articles</source>
      <translation>{n} articles sur {total}</translation>
    </message>
  </context>
  <context>
    <name>Choice</name>
    <message>
      <source>All days</source>
      <translation>Tous les jours</translation>
    </message>
    <message>
      <source>All persons</source>
      <translation>Toutes les personnes</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>Premier jour</translation>
    </message>
    <message>
      <source>From … to …</source>
      <translation>Du… au…</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Dernier jour</translation>
    </message>
    <message>
      <source>Of which days</source>
      <translation>De quels jours</translation>
    </message>
    <message>
      <source>The last {n} days</source>
      <translation>Les {n} derniers jours</translation>
    </message>
    <message>
      <source>Whose figures</source>
      <translation>Chiffres de qui</translation>
    </message>
    <message>
      <source>to</source>
      <translation>au</translation>
    </message>
  </context>
  <context>
    <name>ChoiceList</name>
    <message>
      <source>Add a choice</source>
      <translation>Ajouter un choix</translation>
    </message>
    <message>
      <source>Remove the choice</source>
      <translation>Retirer le choix</translation>
    </message>
    <message>
      <source>choice</source>
      <translation>choix</translation>
    </message>
  </context>
  <context>
    <name>ChosenKeys</name>
    <message>
      <source>Ctrl and Alt together are AltGr on many keyboards and type characters there.</source>
      <translation>Ctrl et Alt ensemble valent AltGr sur bien des claviers et y écrivent des caractères.</translation>
    </message>
    <message>
      <source>{key} is the key of {what} in the schema.</source>
      <translation>{key} est la touche de {what} dans le schéma.</translation>
    </message>
    <message>
      <source>{key} is the key of “{what}”.</source>
      <translation>{key} est la touche de « {what} ».</translation>
    </message>
    <message>
      <source>{key} moves the caret in the text.</source>
      <translation>{key} déplace le curseur dans le texte.</translation>
    </message>
    <message>
      <source>{key} would be typed into a field: hold Ctrl or Alt with it.</source>
      <translation>{key} s’écrirait dans un champ : ajoutez-lui Ctrl ou Alt.</translation>
    </message>
  </context>
  <context>
    <name>Colours</name>
    <message>
      <source>azure</source>
      <translation>azur</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>bleu</translation>
    </message>
    <message>
      <source>brown</source>
      <translation>brun</translation>
    </message>
    <message>
      <source>coral</source>
      <translation>corail</translation>
    </message>
    <message>
      <source>cyan</source>
      <translation>cyan</translation>
    </message>
    <message>
      <source>green</source>
      <translation>vert</translation>
    </message>
    <message>
      <source>grey</source>
      <translation>gris</translation>
    </message>
    <message>
      <source>indigo</source>
      <translation>indigo</translation>
    </message>
    <message>
      <source>lime</source>
      <translation>citron vert</translation>
    </message>
    <message>
      <source>mint</source>
      <translation>menthe</translation>
    </message>
    <message>
      <source>olive</source>
      <translation>olive</translation>
    </message>
    <message>
      <source>orange</source>
      <translation>orange</translation>
    </message>
    <message>
      <source>rose</source>
      <translation>rose</translation>
    </message>
    <message>
      <source>slate</source>
      <translation>ardoise</translation>
    </message>
    <message>
      <source>teal</source>
      <translation>sarcelle</translation>
    </message>
    <message>
      <source>violet</source>
      <translation>violet</translation>
    </message>
    <message>
      <source>yellow</source>
      <translation>jaune</translation>
    </message>
  </context>
  <context>
    <name>ColumnsForm</name>
    <message>
      <source>Columns</source>
      <translation>Colonnes</translation>
    </message>
    <message>
      <source>What the column {name} is</source>
      <translation>Ce qu’est la colonne {name}</translation>
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>Article</source>
      <translation>Article</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Commandes</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>Trouver une commande</translation>
    </message>
    <message>
      <source>Label {name}</source>
      <translation>Étiquette {name}</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Étiquettes</translation>
    </message>
    <message>
      <source>Nothing fits.</source>
      <translation>Rien ne correspond.</translation>
    </message>
    <message>
      <source>What do you want to do? A command, a label, words of an article</source>
      <translation>Que voulez-vous faire ? Une commande, une étiquette, les mots d’un article</translation>
    </message>
  </context>
  <context>
    <name>CrashDialog</name>
    <message>
      <source>Copy the report</source>
      <translation>Copier le rapport</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation>Une erreur est survenue</translation>
    </message>
    <message>
      <source>The program met an error that it did not expect. Everything shown as saved is saved; you can go on, or close the program and open it again. Please send this report to whoever looks after the program.</source>
      <translation>Le programme a rencontré une erreur imprévue. Tout ce qui est indiqué comme enregistré l’est ; vous pouvez continuer, ou fermer le programme et le rouvrir. Merci d’envoyer ce rapport à la personne qui s’occupe du programme.</translation>
    </message>
  </context>
  <context>
    <name>EdgeMode</name>
    <message>
      <source>Nothing is selected: click a span, or press Space at the caret.</source>
      <translation>Rien n’est sélectionné : cliquez sur un passage ou appuyez sur Espace au curseur.</translation>
    </message>
    <message>
      <source>The arrows move the edge, with Ctrl by words; Return keeps it, Esc puts it back.</source>
      <translation>Les flèches déplacent le bord, avec Ctrl par mots ; Retour le garde, Échap le remet en place.</translation>
    </message>
    <message>
      <source>The span would cover no text any more.</source>
      <translation>Le passage ne couvrirait plus de texte.</translation>
    </message>
  </context>
  <context>
    <name>ExportActs</name>
    <message>
      <source>Export</source>
      <translation>Exporter</translation>
    </message>
    <message>
      <source>Export to a folder</source>
      <translation>Exporter vers un dossier</translation>
    </message>
    <message>
      <source>Exporting …</source>
      <translation>Exportation…</translation>
    </message>
    <message>
      <source>Looking what would be lost …</source>
      <translation>Recherche de ce qui serait perdu…</translation>
    </message>
    <message>
      <source>Looking where the tokens are …</source>
      <translation>Recherche de la place des tokens…</translation>
    </message>
    <message>
      <source>Release</source>
      <translation>Publier</translation>
    </message>
    <message>
      <source>Release to a folder</source>
      <translation>Publier dans un dossier</translation>
    </message>
    <message>
      <source>Releasing …</source>
      <translation>Publication…</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>Afterwards you are told what the format could not hold. Nothing is dropped silently.</source>
      <translation>On vous dira ensuite ce que le format n’a pas pu contenir. Rien n’est écarté en silence.</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Retour</translation>
    </message>
    <message>
      <source>Choose the file …</source>
      <translation>Choisir le fichier…</translation>
    </message>
    <message>
      <source>Choose the folder …</source>
      <translation>Choisir le dossier…</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exporter</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Plus</translation>
    </message>
    <message>
      <source>Parts, pseudonyms, without texts, and what else may be wished</source>
      <translation>Parties, pseudonymes, sans les textes, et ce qui peut encore être souhaité</translation>
    </message>
    <message>
      <source>See what would be lost</source>
      <translation>Voir ce qui serait perdu</translation>
    </message>
    <message>
      <source>Sets</source>
      <translation>Jeux d’annotations</translation>
    </message>
    <message>
      <source>Spans off the tokens</source>
      <translation>Passages hors des tokens</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>État</translation>
    </message>
    <message>
      <source>everybody's</source>
      <translation>ceux de tous</translation>
    </message>
    <message>
      <source>gold, else the only person's</source>
      <translation>la référence, sinon celui de la seule personne</translation>
    </message>
    <message>
      <source>leave them out, and list them</source>
      <translation>les laisser de côté et les lister</translation>
    </message>
    <message>
      <source>shrink them to whole tokens</source>
      <translation>les réduire à des tokens entiers</translation>
    </message>
    <message>
      <source>widen them to whole tokens</source>
      <translation>les étendre à des tokens entiers</translation>
    </message>
  </context>
  <context>
    <name>ExportFormats</name>
    <message>
      <source>A task for each set. A span in pieces becomes several; verdicts are left out.</source>
      <translation>Une tâche par jeu. Un passage en morceaux en devient plusieurs ; les verdicts sont laissés de côté.</translation>
    </message>
    <message>
      <source>A text and its annotation for each article. Titles, metadata and verdicts are left out.</source>
      <translation>Un texte et ses annotations par article. Titres, métadonnées et verdicts sont laissés de côté.</translation>
    </message>
    <message>
      <source>A token and its tag a line. Entities only, none over another, one set an article.</source>
      <translation>Un token et sa marque par ligne. Des entités seulement, sans chevauchement, un jeu par article.</translation>
    </message>
    <message>
      <source>All articles with their marks, to send or print. Cannot be imported again.</source>
      <translation>Tous les articles avec leurs marques, à envoyer ou à imprimer. Ne peut pas être réimporté.</translation>
    </message>
    <message>
      <source>All layers as JSON, for INCEpTION. Holds everything.</source>
      <translation>Toutes les couches en JSON, pour INCEpTION. Contient tout.</translation>
    </message>
    <message>
      <source>All layers, for INCEpTION. Holds everything but control characters.</source>
      <translation>Toutes les couches, pour INCEpTION. Contient tout sauf les caractères de contrôle.</translation>
    </message>
    <message>
      <source>Complete</source>
      <translation>Complet</translation>
    </message>
    <message>
      <source>For other tools</source>
      <translation>Pour d’autres outils</translation>
    </message>
    <message>
      <source>For training</source>
      <translation>Pour l’entraînement</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>Holds everything, of everybody, and can be imported again.</source>
      <translation>Contient tout, de tout le monde, et peut être réimporté.</translation>
    </message>
    <message>
      <source>Labels and relations, one set an article. Attributes, notes and verdicts are left out.</source>
      <translation>Étiquettes et relations, un jeu par article. Attributs, notes et verdicts sont laissés de côté.</translation>
    </message>
    <message>
      <source>One set an article, for spaCy. Spans must begin and end with tokens.</source>
      <translation>Un jeu par article, pour spaCy. Les passages doivent commencer et finir avec des tokens.</translation>
    </message>
    <message>
      <source>Others</source>
      <translation>Autres</translation>
    </message>
    <message>
      <source>Parquet with a card, for load_dataset. Holds everything; cannot be imported again.</source>
      <translation>Parquet avec une fiche, pour load_dataset. Contient tout ; ne peut pas être réimporté.</translation>
    </message>
    <message>
      <source>Spans by position and quotation, for the Web. Texts and verdicts are left out.</source>
      <translation>Passages par position et citation, pour le Web. Textes et verdicts sont laissés de côté.</translation>
    </message>
    <message>
      <source>Tables</source>
      <translation>Tableaux</translation>
    </message>
    <message>
      <source>Tables of articles, spans, relations, quotes and pledges. Texts are left out.</source>
      <translation>Tableaux des articles, passages, relations, citations et promesses. Les textes sont laissés de côté.</translation>
    </message>
    <message>
      <source>Tables of tokens, for INCEpTION and WebAnno. Spans lose the white space at their ends.</source>
      <translation>Tableaux de tokens, pour INCEpTION et WebAnno. Les passages perdent les espaces à leurs bouts.</translation>
    </message>
    <message>
      <source>Tasks, and the labelling interface beside them. Attributes of relations are left out.</source>
      <translation>Des tâches, et l’interface d’étiquetage à côté. Les attributs des relations sont laissés de côté.</translation>
    </message>
    <message>
      <source>The same tables with types, for pandas and others. Texts are left out.</source>
      <translation>Les mêmes tableaux avec des types, pour pandas et d’autres. Les textes sont laissés de côté.</translation>
    </message>
    <message>
      <source>The same tables, each a sheet. Texts are left out, very long cells are cut.</source>
      <translation>Les mêmes tableaux, une feuille chacun. Les textes sont laissés de côté, les très longues cellules coupées.</translation>
    </message>
    <message>
      <source>To read</source>
      <translation>À lire</translation>
    </message>
  </context>
  <context>
    <name>ExportTarget</name>
    <message>
      <source>Export to</source>
      <translation>Exporter vers</translation>
    </message>
    <message>
      <source>{names} would be replaced. Go on?</source>
      <translation>{names} : sera remplacé. Continuer ?</translation>
    </message>
  </context>
  <context>
    <name>FilePanel</name>
    <message>
      <source>Columns</source>
      <translation>Colonnes</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>Encodage</translation>
    </message>
    <message>
      <source>First articles</source>
      <translation>Premiers articles</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>Found out</source>
      <translation>Détecté</translation>
    </message>
  </context>
  <context>
    <name>Filter</name>
    <message>
      <source>by {name}</source>
      <translation>de {name}</translation>
    </message>
    <message>
      <source>from {day}</source>
      <translation>depuis {day}</translation>
    </message>
    <message>
      <source>suggestions left</source>
      <translation>suggestions à juger</translation>
    </message>
    <message>
      <source>until {day}</source>
      <translation>jusqu’à {day}</translation>
    </message>
    <message>
      <source>with notes</source>
      <translation>avec notes</translation>
    </message>
  </context>
  <context>
    <name>FilterBar</name>
    <message>
      <source>Clear all</source>
      <translation>Tout effacer</translation>
    </message>
    <message>
      <source>Filter by label, outlet, date, notes, suggestions, annotator</source>
      <translation>Filtrer par étiquette, média, date, notes, suggestions, annotateur</translation>
    </message>
    <message>
      <source>Filter …</source>
      <translation>Filtrer…</translation>
    </message>
    <message>
      <source>Search articles</source>
      <translation>Rechercher des articles</translation>
    </message>
    <message>
      <source>Search titles and texts</source>
      <translation>Rechercher dans les titres et les textes</translation>
    </message>
    <message>
      <source>Show {status} articles</source>
      <translation>Afficher les articles : {status}</translation>
    </message>
    <message>
      <source>Take all filters away</source>
      <translation>Retirer tous les filtres</translation>
    </message>
    <message>
      <source>Take the filter “{filter}” away</source>
      <translation>Retirer le filtre « {filter} »</translation>
    </message>
    <message>
      <source>Words, or “a phrase”, or spans: PLEDGE: tax finds pledges that say tax, QUOTE without speaker, PLEDGE voice=reported, * with note, unsure.</source>
      <translation>Des mots, ou « une expression », ou des passages : PLEDGE:tax trouve les promesses qui disent tax, QUOTE without speaker, PLEDGE voice=reported, * with note, unsure.</translation>
    </message>
  </context>
  <context>
    <name>FilterPanel</name>
    <message>
      <source>A day as year-month-day, a month as year-month, or a year</source>
      <translation>Un jour (année-mois-jour), un mois (année-mois) ou une année</translation>
    </message>
    <message>
      <source>Annotator</source>
      <translation>Annotateur</translation>
    </message>
    <message>
      <source>Clear all</source>
      <translation>Tout effacer</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filtre</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>Premier jour</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Du</translation>
    </message>
    <message>
      <source>Has notes</source>
      <translation>Avec des notes</translation>
    </message>
    <message>
      <source>Has suggestions left</source>
      <translation>Avec des suggestions à juger</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Étiquette</translation>
    </message>
    <message>
      <source>Label in the set</source>
      <translation>Étiquette dans le jeu</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Dernier jour</translation>
    </message>
    <message>
      <source>Outlet</source>
      <translation>Média</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>Au</translation>
    </message>
    <message>
      <source>any</source>
      <translation>indifférent</translation>
    </message>
  </context>
  <context>
    <name>FolderDialog</name>
    <message>
      <source>An earlier export is there and is replaced: {names}.</source>
      <translation>Une exportation antérieure est là et sera remplacée : {names}.</translation>
    </message>
    <message>
      <source>Browse …</source>
      <translation>Parcourir…</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exporter</translation>
    </message>
    <message>
      <source>Give the folder a name, without / and other signs that names cannot have.</source>
      <translation>Donnez un nom au dossier, sans / ni autres signes exclus des noms.</translation>
    </message>
    <message>
      <source>In the folder</source>
      <translation>Dans le dossier</translation>
    </message>
    <message>
      <source>Name of the new folder</source>
      <translation>Nom du nouveau dossier</translation>
    </message>
    <message>
      <source>The folder is made new.</source>
      <translation>Le dossier sera créé.</translation>
    </message>
    <message>
      <source>There is no folder “{name}”.</source>
      <translation>Il n’y a pas de dossier « {name} ».</translation>
    </message>
    <message>
      <source>These folders are made new: {names}.</source>
      <translation>Ces dossiers seront créés : {names}.</translation>
    </message>
    <message>
      <source>“{name}” is there and was not written by this program: choose another name.</source>
      <translation>« {name} » existe et n’a pas été écrit par ce programme : choisissez un autre nom.</translation>
    </message>
  </context>
  <context>
    <name>GuideDialog</name>
    <message>
      <source>Back</source>
      <translation>Retour</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Effacer la recherche</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>Avancer</translation>
    </message>
    <message>
      <source>Found in the guide</source>
      <translation>Trouvé dans le guide</translation>
    </message>
    <message>
      <source>Guide</source>
      <translation>Guide</translation>
    </message>
    <message>
      <source>Nothing is found: try fewer or shorter words.</source>
      <translation>Rien n’est trouvé : essayez des mots moins nombreux ou plus courts.</translation>
    </message>
    <message>
      <source>On this page</source>
      <translation>Sur cette page</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>Page</translation>
    </message>
    <message>
      <source>Pages of the guide</source>
      <translation>Pages du guide</translation>
    </message>
    <message>
      <source>Search the guide</source>
      <translation>Rechercher dans le guide</translation>
    </message>
  </context>
  <context>
    <name>GuidePanel</name>
    <message>
      <source>Guideline</source>
      <translation>Consigne</translation>
    </message>
    <message>
      <source>Select a span to read the guideline of its label here.</source>
      <translation>Sélectionnez un passage pour lire ici la consigne de son étiquette.</translation>
    </message>
  </context>
  <context>
    <name>GuidelineTab</name>
    <message>
      <source>Guideline as Markdown</source>
      <translation>Consigne en Markdown</translation>
    </message>
    <message>
      <source>Guideline as it is read</source>
      <translation>Consigne telle qu’on la lit</translation>
    </message>
    <message>
      <source>Guideline file</source>
      <translation>Fichier de consigne</translation>
    </message>
    <message>
      <source>Introduction</source>
      <translation>Introduction</translation>
    </message>
    <message>
      <source>Section</source>
      <translation>Section</translation>
    </message>
    <message>
      <source>Versions …</source>
      <translation>Versions…</translation>
    </message>
    <message>
      <source>{name}: write a section</source>
      <translation>{name} : écrire une section</translation>
    </message>
  </context>
  <context>
    <name>History</name>
    <message>
      <source>There is nothing to do again in this article.</source>
      <translation>Il n’y a rien à rétablir dans cet article.</translation>
    </message>
    <message>
      <source>There is nothing to undo in this article.</source>
      <translation>Il n’y a rien à annuler dans cet article.</translation>
    </message>
  </context>
  <context>
    <name>HistoryDialog</name>
    <message>
      <source>Choose a step to undo it whole. The steps in an article are undone there.</source>
      <translation>Choisissez une opération pour l’annuler en entier. Celles d’un article s’annulent dans l’article.</translation>
    </message>
    <message>
      <source>Project history</source>
      <translation>Historique du projet</translation>
    </message>
    <message>
      <source>Steps of the whole project</source>
      <translation>Opérations sur tout le projet</translation>
    </message>
    <message>
      <source>Undo this step</source>
      <translation>Annuler cette opération</translation>
    </message>
    <message>
      <source>Undone. It had touched {count} articles.</source>
      <translation>Opération annulée. Articles concernés : {count}.</translation>
    </message>
    <message>
      <source>Undone: {title}</source>
      <translation>Annulé : {title}</translation>
    </message>
  </context>
  <context>
    <name>HistoryModel</name>
    <message>
      <source>Before the first step</source>
      <translation>Avant la première étape</translation>
    </message>
    <message>
      <source>↶ Undone</source>
      <translation>↶ Annulée</translation>
    </message>
    <message>
      <source>▸ Now here</source>
      <translation>▸ Vous êtes ici</translation>
    </message>
    <message>
      <source>○ Beginning</source>
      <translation>○ Début</translation>
    </message>
    <message>
      <source>✓ Done</source>
      <translation>✓ Faite</translation>
    </message>
    <message>
      <source>✕ Undone, replaced</source>
      <translation>✕ Annulée, remplacée</translation>
    </message>
  </context>
  <context>
    <name>HistoryPanel</name>
    <message>
      <source>Do again to here</source>
      <translation>Rétablir jusqu’ici</translation>
    </message>
    <message>
      <source>Nothing was done in this article yet.</source>
      <translation>Rien n’a encore été fait dans cet article.</translation>
    </message>
    <message>
      <source>Steps in this article</source>
      <translation>Étapes dans cet article</translation>
    </message>
    <message>
      <source>Undo to here</source>
      <translation>Annuler jusqu’ici</translation>
    </message>
  </context>
  <context>
    <name>ImpactDialog</name>
    <message>
      <source>Go on editing</source>
      <translation>Continuer à modifier</translation>
    </message>
    <message>
      <source>No annotation is touched.</source>
      <translation>Aucune annotation n’est touchée.</translation>
    </message>
    <message>
      <source>Nothing is lost. The change is one step of the project's history and can be undone there.</source>
      <translation>Rien n’est perdu. Le changement est une seule opération de l’historique du projet et peut y être annulé.</translation>
    </message>
    <message>
      <source>Save the changes</source>
      <translation>Enregistrer les changements</translation>
    </message>
    <message>
      <source>The guideline {name}.</source>
      <translation>La consigne {name}.</translation>
    </message>
    <message>
      <source>What changes</source>
      <translation>Ce qui change</translation>
    </message>
    <message>
      <source>What that touches</source>
      <translation>Ce que cela touche</translation>
    </message>
  </context>
  <context>
    <name>ImportDialog</name>
    <message>
      <source>Annotation</source>
      <translation>Annotations</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Fichiers</translation>
    </message>
    <message>
      <source>Files: {files}, articles: {articles} or more.</source>
      <translation>Fichiers : {files}, articles : {articles} ou plus.</translation>
    </message>
    <message>
      <source>Files: {files}, articles: {articles}.</source>
      <translation>Fichiers : {files}, articles : {articles}.</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importer</translation>
    </message>
    <message>
      <source>Import articles</source>
      <translation>Importer des articles</translation>
    </message>
    <message>
      <source>Leave near-duplicates out, such as wire copy and updates</source>
      <translation>Laisser de côté les quasi-doublons, comme les dépêches et les mises à jour</translation>
    </message>
    <message>
      <source>Looking into the files …</source>
      <translation>Examen des fichiers…</translation>
    </message>
    <message>
      <source>Near-duplicates</source>
      <translation>Quasi-doublons</translation>
    </message>
    <message>
      <source>Nothing is stored yet. The import is one step that can be undone.</source>
      <translation>Rien n’est encore enregistré. L’importation est une seule opération, qui peut être annulée.</translation>
    </message>
    <message>
      <source>The file</source>
      <translation>Le fichier</translation>
    </message>
    <message>
      <source>What is shown</source>
      <translation>Ce qui est affiché</translation>
    </message>
  </context>
  <context>
    <name>Importing</name>
    <message>
      <source>Author</source>
      <translation>Auteur</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Langue</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Écarter</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>Adresse web</translation>
    </message>
    <message>
      <source>Number or id</source>
      <translation>Numéro ou identifiant</translation>
    </message>
    <message>
      <source>Other metadata</source>
      <translation>Autre métadonnée</translation>
    </message>
    <message>
      <source>Outlet</source>
      <translation>Média</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Texte</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titre</translation>
    </message>
    <message>
      <source>Unknown format</source>
      <translation>Format inconnu</translation>
    </message>
    <message>
      <source>{format}, articles: {n}</source>
      <translation>{format}, articles : {n}</translation>
    </message>
    <message>
      <source>{format}, articles: {n} or more</source>
      <translation>{format}, articles : {n} ou plus</translation>
    </message>
    <message>
      <source>{format}: nothing to import</source>
      <translation>{format} : rien à importer</translation>
    </message>
    <message>
      <source>{format}: say which column is the text</source>
      <translation>{format} : indiquer la colonne du texte</translation>
    </message>
    <message>
      <source>{told}, problems: {n}</source>
      <translation>{told}, problèmes : {n}</translation>
    </message>
  </context>
  <context>
    <name>IntoDialog</name>
    <message>
      <source>All become {other}</source>
      <translation>Tous deviennent {other}</translation>
    </message>
    <message>
      <source>Keep it: {name} is retired and not offered any more</source>
      <translation>Garder : {name} est mis de côté et n’est plus proposé</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Retirer {name}</translation>
    </message>
    <message>
      <source>What becomes of it</source>
      <translation>Ce qu’il en advient</translation>
    </message>
    <message>
      <source>{name} is in use: {used}. Nothing of that is lost.</source>
      <translation>{name} est utilisé : {used}. Rien n’en est perdu.</translation>
    </message>
  </context>
  <context>
    <name>Judge</name>
    <message>
      <source>No suggestion is left.</source>
      <translation>Il ne reste aucune suggestion.</translation>
    </message>
    <message>
      <source>No suggestion is selected: Tab goes to the next one.</source>
      <translation>Aucune suggestion n’est sélectionnée : Tab va à la suivante.</translation>
    </message>
    <message>
      <source>Suggestions are hidden in this article until you have finished.</source>
      <translation>Les suggestions sont masquées dans cet article jusqu’à ce que vous ayez fini.</translation>
    </message>
  </context>
  <context>
    <name>KeyField</name>
    <message>
      <source>New key</source>
      <translation>Nouvelle touche</translation>
    </message>
    <message>
      <source>Press a key</source>
      <translation>Appuyez sur une touche</translation>
    </message>
  </context>
  <context>
    <name>KeyFigures</name>
    <message>
      <source>articles an hour of active time</source>
      <translation>articles par heure active</translation>
    </message>
    <message>
      <source>articles done</source>
      <translation>articles terminés</translation>
    </message>
    <message>
      <source>minutes an article (median)</source>
      <translation>minutes par article (médiane)</translation>
    </message>
    <message>
      <source>of {n} suggestions accepted</source>
      <translation>de {n} suggestions acceptées</translation>
    </message>
    <message>
      <source>seconds an article (median)</source>
      <translation>secondes par article (médiane)</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} sur {total}</translation>
    </message>
  </context>
  <context>
    <name>KeyHelp</name>
    <message>
      <source>Ctrl</source>
      <translation>Ctrl</translation>
    </message>
    <message>
      <source>Return</source>
      <translation>Retour</translation>
    </message>
    <message>
      <source>accept</source>
      <translation>accepter</translation>
    </message>
    <message>
      <source>add to the span</source>
      <translation>ajouter au passage</translation>
    </message>
    <message>
      <source>all keys</source>
      <translation>toutes les touches</translation>
    </message>
    <message>
      <source>back</source>
      <translation>retour</translation>
    </message>
    <message>
      <source>by words</source>
      <translation>par mots</translation>
    </message>
    <message>
      <source>choose the target</source>
      <translation>choisir la cible</translation>
    </message>
    <message>
      <source>choose the type</source>
      <translation>choisir le type</translation>
    </message>
    <message>
      <source>clear</source>
      <translation>vider</translation>
    </message>
    <message>
      <source>done, next</source>
      <translation>terminer, suivant</translation>
    </message>
    <message>
      <source>go to one</source>
      <translation>aller à l’une</translation>
    </message>
    <message>
      <source>keep</source>
      <translation>garder</translation>
    </message>
    <message>
      <source>label it so too</source>
      <translation>l’étiqueter ainsi aussi</translation>
    </message>
    <message>
      <source>label’s key</source>
      <translation>touche de l’étiquette</translation>
    </message>
    <message>
      <source>leave</source>
      <translation>quitter</translation>
    </message>
    <message>
      <source>link</source>
      <translation>relier</translation>
    </message>
    <message>
      <source>longer</source>
      <translation>allonger</translation>
    </message>
    <message>
      <source>mark</source>
      <translation>marquer</translation>
    </message>
    <message>
      <source>move</source>
      <translation>déplacer</translation>
    </message>
    <message>
      <source>next</source>
      <translation>suivante</translation>
    </message>
    <message>
      <source>next article</source>
      <translation>article suivant</translation>
    </message>
    <message>
      <source>next suggestion</source>
      <translation>suggestion suivante</translation>
    </message>
    <message>
      <source>panels</source>
      <translation>panneaux</translation>
    </message>
    <message>
      <source>put back</source>
      <translation>remettre</translation>
    </message>
    <message>
      <source>reject</source>
      <translation>rejeter</translation>
    </message>
    <message>
      <source>relation</source>
      <translation>relation</translation>
    </message>
    <message>
      <source>remove</source>
      <translation>retirer</translation>
    </message>
    <message>
      <source>span at the caret</source>
      <translation>passage au curseur</translation>
    </message>
    <message>
      <source>take out</source>
      <translation>ôter</translation>
    </message>
  </context>
  <context>
    <name>KeysDialog</name>
    <message>
      <source>All keys</source>
      <translation>Toutes les touches</translation>
    </message>
    <message>
      <source>Attributes of the current span</source>
      <translation>Attributs du passage courant</translation>
    </message>
    <message>
      <source>Change keys …</source>
      <translation>Changer les touches…</translation>
    </message>
    <message>
      <source>Mark the selection, or relabel the current span</source>
      <translation>Marquer la sélection ou réétiqueter le passage courant</translation>
    </message>
  </context>
  <context>
    <name>KeysTab</name>
    <message>
      <source>Action</source>
      <translation>Action</translation>
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation>Actions et leurs touches</translation>
    </message>
    <message>
      <source>Find an action</source>
      <translation>Trouver une action</translation>
    </message>
    <message>
      <source>Its own key</source>
      <translation>Sa touche d’origine</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Touches</translation>
    </message>
    <message>
      <source>No key</source>
      <translation>Aucune touche</translation>
    </message>
    <message>
      <source>Use this key</source>
      <translation>Utiliser cette touche</translation>
    </message>
    <message>
      <source>Used here, it is taken from there.</source>
      <translation>Si vous l’utilisez ici, elle est retirée là-bas.</translation>
    </message>
    <message>
      <source>What speaks against the key</source>
      <translation>Ce qui s’oppose à cette touche</translation>
    </message>
  </context>
  <context>
    <name>LabelButton</name>
    <message>
      <source>key {key}</source>
      <translation>touche {key}</translation>
    </message>
    <message>
      <source>of the current span</source>
      <translation>du passage courant</translation>
    </message>
    <message>
      <source>{n} marked</source>
      <translation>{n} marqués</translation>
    </message>
  </context>
  <context>
    <name>LabelPalette</name>
    <message>
      <source>Labels for the selection</source>
      <translation>Étiquettes pour la sélection</translation>
    </message>
  </context>
  <context>
    <name>LearnDialog</name>
    <message>
      <source>A model learns from the articles that people have finished, on this computer. You can go on annotating meanwhile. A part of the articles is held out to measure how good it is.</source>
      <translation>Un modèle apprend des articles terminés, sur cet ordinateur. Vous pouvez continuer à annoter pendant ce temps. Une partie des articles est mise à part pour mesurer sa qualité.</translation>
    </message>
    <message>
      <source>Choose the folder of the model</source>
      <translation>Choisir le dossier du modèle</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>Choisir…</translation>
    </message>
    <message>
      <source>Folder of the model</source>
      <translation>Dossier du modèle</translation>
    </message>
    <message>
      <source>How far the training is</source>
      <translation>Avancement de l’entraînement</translation>
    </message>
    <message>
      <source>How good the model is</source>
      <translation>Qualité du modèle</translation>
    </message>
    <message>
      <source>Keep the suggestions of other models beside them</source>
      <translation>Garder à côté les suggestions d’autres modèles</translation>
    </message>
    <message>
      <source>Learn from</source>
      <translation>Apprendre de</translation>
    </message>
    <message>
      <source>Learn from my work</source>
      <translation>Apprendre de mon travail</translation>
    </message>
    <message>
      <source>Nobody has finished an article yet.</source>
      <translation>Personne n’a encore terminé d’article.</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Partir de</translation>
    </message>
    <message>
      <source>Starting …</source>
      <translation>Démarrage…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>Stopped: nothing was kept.</source>
      <translation>Arrêté : rien n’a été gardé.</translation>
    </message>
    <message>
      <source>Suggestions come from</source>
      <translation>Les suggestions viennent de</translation>
    </message>
    <message>
      <source>Suggestions come from {name} from now on, beside those of other models. Pre-highlight all articles to see where it is in doubt.</source>
      <translation>Les suggestions viennent désormais de {name}, à côté de celles d’autres modèles. Préannotez tous les articles pour voir où il doute.</translation>
    </message>
    <message>
      <source>Suggestions come from {name} from now on. In each article that it reads they take the place of those of other models that are not judged. Pre-highlight all articles to see where it is in doubt.</source>
      <translation>Les suggestions viennent désormais de {name}. Dans chaque article qu’il lit, elles remplacent celles d’autres modèles qui ne sont pas jugées. Préannotez tous les articles pour voir où il doute.</translation>
    </message>
    <message>
      <source>The best one installed</source>
      <translation>Le meilleur installé</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Entraîner</translation>
    </message>
    <message>
      <source>Use this model</source>
      <translation>Utiliser ce modèle</translation>
    </message>
    <message>
      <source>{name} (it is not there)</source>
      <translation>{name} (introuvable)</translation>
    </message>
    <message>
      <source>{name}, articles finished: {n}</source>
      <translation>{name}, articles terminés : {n}</translation>
    </message>
  </context>
  <context>
    <name>LineField</name>
    <message>
      <source>2026-11-24</source>
      <translation>2026-11-24</translation>
    </message>
    <message>
      <source>number</source>
      <translation>nombre</translation>
    </message>
    <message>
      <source>“{text}” is no number.</source>
      <translation>« {text} » n’est pas un nombre.</translation>
    </message>
  </context>
  <context>
    <name>LossesPage</name>
    <message>
      <source>Article</source>
      <translation>Article</translation>
    </message>
    <message>
      <source>Changed or left out: {count}. Choose a place to go to it.</source>
      <translation>Modifiés ou laissés de côté : {count}. Choisissez un endroit pour y aller.</translation>
    </message>
    <message>
      <source>Changes the span in the project, so that the format can hold it</source>
      <translation>Modifie le passage dans le projet, pour que le format puisse le contenir</translation>
    </message>
    <message>
      <source>Closes this dialog and shows the place, so that you can change it</source>
      <translation>Ferme cette fenêtre et montre l’endroit, pour que vous puissiez le modifier</translation>
    </message>
    <message>
      <source>Go to the article</source>
      <translation>Aller à l’article</translation>
    </message>
    <message>
      <source>Move to whole tokens</source>
      <translation>Caler sur des tokens entiers</translation>
    </message>
    <message>
      <source>Nothing was lost.</source>
      <translation>Rien n’a été perdu.</translation>
    </message>
    <message>
      <source>The format holds everything: nothing would be changed or left out.</source>
      <translation>Le format contient tout : rien ne serait modifié ni omis.</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Quoi</translation>
    </message>
    <message>
      <source>What becomes of it</source>
      <translation>Ce qu’il en advient</translation>
    </message>
    <message>
      <source>What is lost</source>
      <translation>Ce qui est perdu</translation>
    </message>
    <message>
      <source>Would be changed or left out: {count}. Choose a place and go to it, or export as it is.</source>
      <translation>Serait modifié ou omis : {count}. Choisissez un endroit et allez-y, ou exportez tel quel.</translation>
    </message>
    <message>
      <source>{what} in {article}: {done}</source>
      <translation>{what} dans {article} : {done}</translation>
    </message>
    <message>
      <source>… and {count} more</source>
      <translation>… et {count} de plus</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Backed up to {name}.</source>
      <translation>Sauvegardé dans {name}.</translation>
    </message>
    <message>
      <source>News annotator</source>
      <translation>Annotateur de presse</translation>
    </message>
  </context>
  <context>
    <name>Many</name>
    <message>
      <source>Go to a suggestion of the label first: Tab goes to the next one.</source>
      <translation>Allez d’abord à une suggestion de l’étiquette : Tab va à la suivante.</translation>
    </message>
    <message>
      <source>The project is open for reading only.</source>
      <translation>Le projet est ouvert en lecture seule.</translation>
    </message>
    <message>
      <source>There is no such suggestion.</source>
      <translation>Il n’y a pas de telle suggestion.</translation>
    </message>
  </context>
  <context>
    <name>Marking</name>
    <message>
      <source>Also label as: press the key of a label. Esc leaves.</source>
      <translation>Étiqueter aussi : appuyez sur la touche d’une étiquette. Échap pour quitter.</translation>
    </message>
    <message>
      <source>It is a {label} already.</source>
      <translation>Ce passage est déjà marqué {label}.</translation>
    </message>
    <message>
      <source>No span is at the caret.</source>
      <translation>Aucun passage au curseur.</translation>
    </message>
    <message>
      <source>Note on the article</source>
      <translation>Note sur l’article</translation>
    </message>
    <message>
      <source>Note on the relation {type}</source>
      <translation>Note sur la relation {type}</translation>
    </message>
    <message>
      <source>Note on {label} “{text}”</source>
      <translation>Note sur {label} « {text} »</translation>
    </message>
    <message>
      <source>Nothing is selected: click a span, or press Space at the caret.</source>
      <translation>Rien n’est sélectionné : cliquez sur un passage ou appuyez sur Espace au curseur.</translation>
    </message>
    <message>
      <source>Select some text first, then press the key of a label.</source>
      <translation>Sélectionnez d’abord du texte, puis appuyez sur la touche d’une étiquette.</translation>
    </message>
    <message>
      <source>Select some text first; the current span stays current.</source>
      <translation>Sélectionnez d’abord du texte ; le passage courant reste courant.</translation>
    </message>
    <message>
      <source>The span would cover no text any more.</source>
      <translation>Le passage ne couvrirait plus de texte.</translation>
    </message>
    <message>
      <source>The span would cover no word any more.</source>
      <translation>Le passage ne couvrirait plus aucun mot.</translation>
    </message>
    <message>
      <source>This is a suggestion: reject it with Backspace.</source>
      <translation>C’est une suggestion : rejetez-la avec Effacement.</translation>
    </message>
  </context>
  <context>
    <name>NearPanel</name>
    <message>
      <source>Articles looked at: {count}; the import looks at the others too.</source>
      <translation>Articles examinés : {count} ; l’importation examine aussi les autres.</translation>
    </message>
    <message>
      <source>Looking for near-duplicates …</source>
      <translation>Recherche des quasi-doublons…</translation>
    </message>
    <message>
      <source>Near-duplicates</source>
      <translation>Quasi-doublons</translation>
    </message>
    <message>
      <source>No near-duplicates were found.</source>
      <translation>Aucun quasi-doublon n’a été trouvé.</translation>
    </message>
    <message>
      <source>Would be left out: {count}. The first line of each group is the article that stays.</source>
      <translation>Seraient laissés de côté : {count}. La première ligne de chaque groupe est l’article qui reste.</translation>
    </message>
    <message>
      <source>“{title}” would be left out</source>
      <translation>« {title} » serait laissé de côté</translation>
    </message>
    <message>
      <source>“{title}”, in the project</source>
      <translation>« {title} », dans le projet</translation>
    </message>
    <message>
      <source>“{title}”, which comes in</source>
      <translation>« {title} », qui est importé</translation>
    </message>
    <message>
      <source>… and {count} more</source>
      <translation>… et {count} de plus</translation>
    </message>
  </context>
  <context>
    <name>Net</name>
    <message>
      <source>The error that was shown came again. What was shown as saved is saved.</source>
      <translation>L’erreur déjà montrée est revenue. Ce qui était montré comme enregistré est enregistré.</translation>
    </message>
  </context>
  <context>
    <name>Opening</name>
    <message>
      <source>New project</source>
      <translation>Nouveau projet</translation>
    </message>
    <message>
      <source>News annotator</source>
      <translation>Annotateur de presse</translation>
    </message>
    <message>
      <source>Open project</source>
      <translation>Ouvrir un projet</translation>
    </message>
    <message>
      <source>Projects (*{suffix})</source>
      <translation>Projets (*{suffix})</translation>
    </message>
    <message>
      <source>news</source>
      <translation>presse</translation>
    </message>
  </context>
  <context>
    <name>Ordering</name>
    <message>
      <source>Suggestions: by their place.</source>
      <translation>Suggestions : par place.</translation>
    </message>
    <message>
      <source>Suggestions: doubtful first.</source>
      <translation>Suggestions : douteuses d’abord.</translation>
    </message>
  </context>
  <context>
    <name>PageOut</name>
    <message>
      <source>Save the article as a page</source>
      <translation>Enregistrer l’article comme page</translation>
    </message>
    <message>
      <source>The article is saved as {name}.</source>
      <translation>L’article est enregistré sous le nom {name}.</translation>
    </message>
    <message>
      <source>There is a file {name} already: type its whole name to replace it.</source>
      <translation>Il y a déjà un fichier {name} : tapez son nom entier pour le remplacer.</translation>
    </message>
  </context>
  <context>
    <name>Pages</name>
    <message>
      <source>Annotate</source>
      <translation>Annoter</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Articles</translation>
    </message>
    <message>
      <source>Pledges</source>
      <translation>Promesses</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>Statistiques</translation>
    </message>
  </context>
  <context>
    <name>PledgeBar</name>
    <message>
      <source>Clear all</source>
      <translation>Tout effacer</translation>
    </message>
    <message>
      <source>Everybody's</source>
      <translation>Toutes</translation>
    </message>
    <message>
      <source>Export …</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <source>Gold</source>
      <translation>Référence</translation>
    </message>
    <message>
      <source>Mine</source>
      <translation>Les miennes</translation>
    </message>
    <message>
      <source>Search all columns</source>
      <translation>Rechercher dans toutes les colonnes</translation>
    </message>
    <message>
      <source>Search pledges</source>
      <translation>Rechercher des promesses</translation>
    </message>
    <message>
      <source>Take all filters away</source>
      <translation>Retirer tous les filtres</translation>
    </message>
    <message>
      <source>The pledges of all persons and of the gold sets</source>
      <translation>Les promesses de toutes les personnes et des jeux de référence</translation>
    </message>
    <message>
      <source>The pledges of the gold sets</source>
      <translation>Les promesses des jeux de référence</translation>
    </message>
    <message>
      <source>The pledges that you marked</source>
      <translation>Les promesses que vous avez marquées</translation>
    </message>
    <message>
      <source>Write the pledges that are shown to a file</source>
      <translation>Écrire dans un fichier les promesses affichées</translation>
    </message>
    <message>
      <source>none</source>
      <translation>aucune</translation>
    </message>
    <message>
      <source>{attribute}: any</source>
      <translation>{attribute} : au choix</translation>
    </message>
  </context>
  <context>
    <name>PledgeTable</name>
    <message>
      <source>Mentions:</source>
      <translation>Mentions :</translation>
    </message>
  </context>
  <context>
    <name>Pledges</name>
    <message>
      <source>Annotator</source>
      <translation>Annotateur</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Mentions</source>
      <translation>Mentions</translation>
    </message>
    <message>
      <source>Outlet</source>
      <translation>Média</translation>
    </message>
    <message>
      <source>Pledge</source>
      <translation>Promesse</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titre</translation>
    </message>
    <message>
      <source>no</source>
      <translation>non</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>oui</translation>
    </message>
  </context>
  <context>
    <name>PledgesOut</name>
    <message>
      <source>1 pledge copied.</source>
      <translation>1 promesse copiée.</translation>
    </message>
    <message>
      <source>1 pledge written to {name}.</source>
      <translation>1 promesse écrite dans {name}.</translation>
    </message>
    <message>
      <source>Export the pledges to</source>
      <translation>Exporter les promesses vers</translation>
    </message>
    <message>
      <source>The pledges are still being written.</source>
      <translation>Les promesses sont encore en cours d’écriture.</translation>
    </message>
    <message>
      <source>There is a file {name} already: type its whole name to replace it.</source>
      <translation>Il y a déjà un fichier {name} : tapez son nom entier pour le remplacer.</translation>
    </message>
    <message>
      <source>There is no pledge to write.</source>
      <translation>Il n’y a aucune promesse à écrire.</translation>
    </message>
    <message>
      <source>Writing {name} …</source>
      <translation>Écriture de {name}…</translation>
    </message>
    <message>
      <source>{n} pledges copied.</source>
      <translation>{n} promesses copiées.</translation>
    </message>
    <message>
      <source>{n} pledges written to {name}.</source>
      <translation>{n} promesses écrites dans {name}.</translation>
    </message>
  </context>
  <context>
    <name>PledgesPage</name>
    <message>
      <source>1 mention</source>
      <translation>1 mention</translation>
    </message>
    <message>
      <source>1 pledge</source>
      <translation>1 promesse</translation>
    </message>
    <message>
      <source>No pledge fits: change the search or the filters, or clear them all.</source>
      <translation>Aucune promesse ne correspond : changez la recherche ou les filtres, ou effacez-les tous.</translation>
    </message>
    <message>
      <source>No pledge is marked yet. Mark one in an article, or accept a suggestion.</source>
      <translation>Aucune promesse n’est encore marquée. Marquez-en une dans un article, ou acceptez une suggestion.</translation>
    </message>
    <message>
      <source>Pledges</source>
      <translation>Promesses</translation>
    </message>
    <message>
      <source>Reading the pledges …</source>
      <translation>Lecture des promesses…</translation>
    </message>
    <message>
      <source>Said {n} times: {mentions}</source>
      <translation>Dite {n} fois : {mentions}</translation>
    </message>
    <message>
      <source>The schema has no label in a group called pledges: add one under Schema and guidelines.</source>
      <translation>Le schéma n’a pas d’étiquette dans un groupe nommé pledges : ajoutez-en une sous Schéma et consignes.</translation>
    </message>
    <message>
      <source>There is no pledge in the gold sets yet. Look at everybody's.</source>
      <translation>Il n’y a pas encore de promesse dans les jeux de référence. Regardez toutes les promesses.</translation>
    </message>
    <message>
      <source>You have marked no pledge yet. Mark or accept one, or look at everybody's.</source>
      <translation>Vous n’avez encore marqué aucune promesse. Marquez-en une, acceptez une suggestion, ou regardez toutes les promesses.</translation>
    </message>
    <message>
      <source>{n} mentions</source>
      <translation>{n} mentions</translation>
    </message>
    <message>
      <source>{n} of {total} pledges</source>
      <translation>{n} promesses sur {total}</translation>
    </message>
    <message>
      <source>{n} pledges</source>
      <translation>{n} promesses</translation>
    </message>
  </context>
  <context>
    <name>ProgramActs</name>
    <message>
      <source>About</source>
      <translation>À propos</translation>
    </message>
    <message>
      <source>Logs: {folder}</source>
      <translation>Journaux : {folder}</translation>
    </message>
    <message>
      <source>News annotator {version}: label pledges, quotes, entities and relations in the news.</source>
      <translation>Annotateur de presse {version} : étiqueter promesses, citations, entités et relations dans la presse.</translation>
    </message>
    <message>
      <source>The settings cannot be kept ({why}): they hold until the program ends.</source>
      <translation>Les réglages ne peuvent pas être conservés ({why}) : ils valent jusqu’à la fin du programme.</translation>
    </message>
  </context>
  <context>
    <name>Progress</name>
    <message>
      <source>No open article is left.</source>
      <translation>Il ne reste aucun article ouvert.</translation>
    </message>
    <message>
      <source>The suggestions are shown now: judge them, then {key} again.</source>
      <translation>Les suggestions sont montrées maintenant : jugez-les, puis de nouveau {key}.</translation>
    </message>
    <message>
      <source>This is the first article.</source>
      <translation>C’est le premier article.</translation>
    </message>
    <message>
      <source>This is the last article.</source>
      <translation>C’est le dernier article.</translation>
    </message>
    <message>
      <source>Why should the lead look at this article?</source>
      <translation>Pourquoi le responsable devrait-il voir cet article ?</translation>
    </message>
    <message>
      <source>{n} suggestions are not judged. {key} again sets the article done all the same.</source>
      <translation>{n} suggestions ne sont pas jugées. Encore {key} pour terminer quand même l’article.</translation>
    </message>
    <message>
      <source>{n} suggestions are not judged: judge them first. Tab goes to the next.</source>
      <translation>{n} suggestions ne sont pas jugées : jugez-les d’abord. Tab va à la suivante.</translation>
    </message>
  </context>
  <context>
    <name>ProjectDesktop</name>
    <message>
      <source>, {speed} articles a second</source>
      <translation>, {speed} articles par seconde</translation>
    </message>
    <message>
      <source>, {time} left</source>
      <translation>, encore {time}</translation>
    </message>
    <message>
      <source>Every article has the model's suggestions already.</source>
      <translation>Tous les articles ont déjà les suggestions du modèle.</translation>
    </message>
    <message>
      <source>Pre-highlighting {done} of {total}</source>
      <translation>Préannotation : {done} sur {total}</translation>
    </message>
    <message>
      <source>Suggested by {name}</source>
      <translation>Suggéré par {name}</translation>
    </message>
    <message>
      <source>The project is empty: import articles (Ctrl+I), or drop files here.</source>
      <translation>Le projet est vide : importez des articles (Ctrl+I) ou déposez des fichiers ici.</translation>
    </message>
  </context>
  <context>
    <name>Proposer</name>
    <message>
      <source>Nothing is being proposed.</source>
      <translation>Rien n’est en cours de proposition.</translation>
    </message>
    <message>
      <source>Proposing: {n} mentions so far</source>
      <translation>Propositions : {n} mentions jusqu’ici</translation>
    </message>
    <message>
      <source>{name} is still being proposed.</source>
      <translation>{name} est encore en cours de proposition.</translation>
    </message>
  </context>
  <context>
    <name>Relating</name>
    <message>
      <source>By which type? {types}</source>
      <translation>Par quel type ? {types}</translation>
    </message>
    <message>
      <source>Go to a target with the arrow keys first, or type the letters on it.</source>
      <translation>Allez d’abord à une cible avec les flèches, ou tapez ses lettres.</translation>
    </message>
    <message>
      <source>Link to what? Type the letters on it, go there with the arrows, or click it; Esc leaves.</source>
      <translation>Relier à quoi ? Tapez les lettres de la cible, allez-y avec les flèches ou cliquez dessus ; Échap pour quitter.</translation>
    </message>
    <message>
      <source>No target has these letters.</source>
      <translation>Aucune cible n’a ces lettres.</translation>
    </message>
    <message>
      <source>Select a span first: click it, or press Space at the caret.</source>
      <translation>Sélectionnez d’abord un passage : cliquez dessus ou appuyez sur Espace au curseur.</translation>
    </message>
    <message>
      <source>The project is open for reading only.</source>
      <translation>Le projet est ouvert en lecture seule.</translation>
    </message>
    <message>
      <source>There is nothing that this {label} could be linked to.</source>
      <translation>Il n’y a rien à quoi relier ce passage {label}.</translation>
    </message>
    <message>
      <source>This cannot be the other end of a relation of the selected span.</source>
      <translation>Ceci ne peut pas être l’autre bout d’une relation du passage sélectionné.</translation>
    </message>
    <message>
      <source>suggested {label}</source>
      <translation>{label} suggéré</translation>
    </message>
    <message>
      <source>{label} “{text}”: {types}. Return links it.</source>
      <translation>{label} « {text} » : {types}. Retour le relie.</translation>
    </message>
    <message>
      <source>{type}: Return links it.</source>
      <translation>{type} : Retour le relie.</translation>
    </message>
  </context>
  <context>
    <name>RelationActs</name>
    <message>
      <source>No other type may lead from this head to this tail.</source>
      <translation>Aucun autre type ne peut mener de ce départ à cette arrivée.</translation>
    </message>
    <message>
      <source>Note on {type} → {label} “{text}”</source>
      <translation>Note sur {type} → {label} « {text} »</translation>
    </message>
    <message>
      <source>Select one relation in the Relations tab first.</source>
      <translation>Sélectionnez d’abord une relation dans l’onglet Relations.</translation>
    </message>
    <message>
      <source>The project is open for reading only.</source>
      <translation>Le projet est ouvert en lecture seule.</translation>
    </message>
  </context>
  <context>
    <name>RelationCard</name>
    <message>
      <source>Go to this end</source>
      <translation>Aller à ce bout</translation>
    </message>
    <message>
      <source>Head</source>
      <translation>Départ</translation>
    </message>
    <message>
      <source>No relation type may lead the other way between these two.</source>
      <translation>Aucun type de relation ne peut mener dans l’autre sens entre ces deux passages.</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Retirer</translation>
    </message>
    <message>
      <source>Reverse</source>
      <translation>Inverser</translation>
    </message>
    <message>
      <source>Reverse as …</source>
      <translation>Inverser en…</translation>
    </message>
    <message>
      <source>Tail</source>
      <translation>Arrivée</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>Type</translation>
    </message>
    <message>
      <source>Type of the relation</source>
      <translation>Type de la relation</translation>
    </message>
  </context>
  <context>
    <name>RelationPanel</name>
    <message>
      <source>Filter by type or words</source>
      <translation>Filtrer par type ou mots</translation>
    </message>
    <message>
      <source>Filter relations</source>
      <translation>Filtrer les relations</translation>
    </message>
    <message>
      <source>No relation fits.</source>
      <translation>Aucune relation ne correspond.</translation>
    </message>
    <message>
      <source>No relation yet. Select a span and press R to draw one.</source>
      <translation>Pas encore de relation. Sélectionnez un passage et appuyez sur R pour en tracer une.</translation>
    </message>
    <message>
      <source>Only relations of the current span</source>
      <translation>Seulement les relations du passage courant</translation>
    </message>
    <message>
      <source>Relations</source>
      <translation>Relations</translation>
    </message>
    <message>
      <source>Remove {n} relations</source>
      <translation>Retirer {n} relations</translation>
    </message>
    <message>
      <source>of this span</source>
      <translation>de ce passage</translation>
    </message>
  </context>
  <context>
    <name>RelationRow</name>
    <message>
      <source>Go to the other end</source>
      <translation>Aller à l’autre bout</translation>
    </message>
    <message>
      <source>Note on this relation</source>
      <translation>Note sur cette relation</translation>
    </message>
    <message>
      <source>Note on {relation}</source>
      <translation>Note sur {relation}</translation>
    </message>
    <message>
      <source>Remove this relation</source>
      <translation>Retirer cette relation</translation>
    </message>
    <message>
      <source>Remove {relation}</source>
      <translation>Retirer {relation}</translation>
    </message>
  </context>
  <context>
    <name>ReleaseDialog</name>
    <message>
      <source>A folder with the dataset in each format, its card, the schema, the guidelines and a hash of the contents. Only sets that are done are in it; the same state of the project gives the same files.</source>
      <translation>Un dossier avec le jeu de données dans chaque format, sa fiche, le schéma, les consignes et une empreinte du contenu. Il ne contient que les jeux terminés ; le même état du projet donne les mêmes fichiers.</translation>
    </message>
    <message>
      <source>Choose the folder …</source>
      <translation>Choisir le dossier…</translation>
    </message>
    <message>
      <source>Formats</source>
      <translation>Formats</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Licence</translation>
    </message>
    <message>
      <source>Not stated</source>
      <translation>Non indiquée</translation>
    </message>
    <message>
      <source>Release a dataset</source>
      <translation>Publier un jeu de données</translation>
    </message>
    <message>
      <source>Sets</source>
      <translation>Jeux</translation>
    </message>
    <message>
      <source>Without the texts there is one format: stand-off JSON lines.</source>
      <translation>Sans les textes, il n’y a qu’un format : des lignes JSON déportées.</translation>
    </message>
    <message>
      <source>everybody's</source>
      <translation>de tout le monde</translation>
    </message>
  </context>
  <context>
    <name>ReportDialog</name>
    <message>
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <source>What was left out</source>
      <translation>Ce qui a été laissé de côté</translation>
    </message>
  </context>
  <context>
    <name>SchemaDialog</name>
    <message>
      <source>As TOML</source>
      <translation>En TOML</translation>
    </message>
    <message>
      <source>Guidelines</source>
      <translation>Consignes</translation>
    </message>
    <message>
      <source>Parts</source>
      <translation>Parties</translation>
    </message>
    <message>
      <source>Save …</source>
      <translation>Enregistrer…</translation>
    </message>
    <message>
      <source>Schema</source>
      <translation>Schéma</translation>
    </message>
    <message>
      <source>Schema and guidelines</source>
      <translation>Schéma et consignes</translation>
    </message>
    <message>
      <source>The changes are not saved. Throw them away?</source>
      <translation>Les changements ne sont pas enregistrés. Les abandonner ?</translation>
    </message>
    <message>
      <source>The project is open for reading only: nothing can be changed.</source>
      <translation>Le projet est ouvert en lecture seule : rien ne peut être changé.</translation>
    </message>
    <message>
      <source>{records} in {articles}</source>
      <translation>{records} dans {articles}</translation>
    </message>
  </context>
  <context>
    <name>SchemaTab</name>
    <message>
      <source>Add</source>
      <translation>Ajouter</translation>
    </message>
    <message>
      <source>Article label</source>
      <translation>Étiquette d’article</translation>
    </message>
    <message>
      <source>Attribute</source>
      <translation>Attribut</translation>
    </message>
    <message>
      <source>Group of labels</source>
      <translation>Groupe d’étiquettes</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Étiquette</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>Descendre</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>Monter</translation>
    </message>
    <message>
      <source>Relation type</source>
      <translation>Type de relation</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Retirer</translation>
    </message>
    <message>
      <source>The key {key} of {name} is that of “{action}” too: choose another one.</source>
      <translation>La touche {key} de {name} est aussi celle de « {action} » : choisissez-en une autre.</translation>
    </message>
  </context>
  <context>
    <name>SchemaTree</name>
    <message>
      <source>Article labels</source>
      <translation>Étiquettes d’article</translation>
    </message>
    <message>
      <source>Attributes</source>
      <translation>Attributs</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Étiquettes</translation>
    </message>
    <message>
      <source>Parts of the schema</source>
      <translation>Parties du schéma</translation>
    </message>
    <message>
      <source>Relation types</source>
      <translation>Types de relations</translation>
    </message>
    <message>
      <source>{name} (retired)</source>
      <translation>{name} (mis de côté)</translation>
    </message>
  </context>
  <context>
    <name>ScoreDialog</name>
    <message>
      <source>Accept</source>
      <translation>Accepter</translation>
    </message>
    <message>
      <source>Accept all above a score</source>
      <translation>Accepter tout au-dessus d’un score</translation>
    </message>
    <message>
      <source>How many</source>
      <translation>Combien</translation>
    </message>
    <message>
      <source>Lowest score</source>
      <translation>Score minimal</translation>
    </message>
    <message>
      <source>Suggestions that would be accepted: {n}</source>
      <translation>Suggestions qui seraient acceptées : {n}</translation>
    </message>
  </context>
  <context>
    <name>Section</name>
    <message>
      <source>Copied: {title}</source>
      <translation>Copié : {title}</translation>
    </message>
    <message>
      <source>Copy as CSV</source>
      <translation>Copier en CSV</translation>
    </message>
    <message>
      <source>Plot</source>
      <translation>Graphique</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tableau</translation>
    </message>
    <message>
      <source>The table says the same in numbers.</source>
      <translation>Le tableau dit la même chose en chiffres.</translation>
    </message>
  </context>
  <context>
    <name>Sentences</name>
    <message>
      <source>A choice is empty.</source>
      <translation>Un choix est vide.</translation>
    </message>
    <message>
      <source>A dataset without texts trains nothing: leave out --with-config.</source>
      <translation>Un jeu de données sans textes n’entraîne rien : omettez --with-config.</translation>
    </message>
    <message>
      <source>A file of NewsML 1 is another format, which is not read.</source>
      <translation>Un fichier NewsML 1 est d’un autre format, qui n’est pas lu.</translation>
    </message>
    <message>
      <source>A name must not be empty.</source>
      <translation>Un nom ne doit pas être vide.</translation>
    </message>
    <message>
      <source>A result of the type “{0}” cannot stand here: only those about text can.</source>
      <translation>Un résultat du type « {0} » n’a pas sa place ici : seuls ceux qui portent sur le texte l’ont.</translation>
    </message>
    <message>
      <source>A row</source>
      <translation>Une ligne</translation>
    </message>
    <message>
      <source>A schema needs a label: this is the last one.</source>
      <translation>Un schéma a besoin d’une étiquette : c’est la dernière.</translation>
    </message>
    <message>
      <source>A set of the article number {0} went while it was read: try again.</source>
      <translation>Un jeu de l’article numéro {0} a disparu pendant la lecture : réessayez.</translation>
    </message>
    <message>
      <source>A span must cover some text; press Delete to remove it.</source>
      <translation>Un passage doit couvrir du texte ; appuyez sur Suppr pour le retirer.</translation>
    </message>
    <message>
      <source>A {0} has an end at {1}, where nothing is annotated: left out.</source>
      <translation>Un élément {0} a un bout à {1}, où rien n’est annoté : laissé de côté.</translation>
    </message>
    <message>
      <source>A {0} has no {1}: what stood there is gone.</source>
      <translation>{0} n’a pas de {1} : ce qui s’y trouvait a disparu.</translation>
    </message>
    <message>
      <source>Accept {0}</source>
      <translation>Accepter {0}</translation>
    </message>
    <message>
      <source>After the colon, give words that the span's text holds.</source>
      <translation>Après le deux-points, donnez des mots que contient le texte du passage.</translation>
    </message>
    <message>
      <source>After “{0}=”, give {1}.</source>
      <translation>Après « {0}= », donnez {1}.</translation>
    </message>
    <message>
      <source>An archive in an archive in an archive is not opened: unpack it first.</source>
      <translation>Une archive dans une archive dans une archive n’est pas ouverte : décompressez-la d’abord.</translation>
    </message>
    <message>
      <source>An article with the id {0} is in the project with another text.</source>
      <translation>Un article d’identifiant {0} est dans le projet avec un autre texte.</translation>
    </message>
    <message>
      <source>Annotated by {0}{1}</source>
      <translation>Annoté par {0}{1}</translation>
    </message>
    <message>
      <source>Articles that kept the part they had: {0:n}.</source>
      <translation>Articles restés dans leur partie : {0:n}.</translation>
    </message>
    <message>
      <source>Articles without a date, put into train: {0:n}.</source>
      <translation>Articles sans date, mis dans train : {0:n}.</translation>
    </message>
    <message>
      <source>At {0:n} place both stand already: there nothing becomes another label.</source>
      <translation>À {0:n} endroit, les deux sont déjà là : rien n’y change d’étiquette.</translation>
    </message>
    <message>
      <source>At {0:n} places both stand already: there nothing becomes another label.</source>
      <translation>À {0:n} endroits, les deux sont déjà là : rien n’y change d’étiquette.</translation>
    </message>
    <message>
      <source>Change the schema: {0}</source>
      <translation>Modifier le schéma : {0}</translation>
    </message>
    <message>
      <source>Change {0}</source>
      <translation>Modifier {0}</translation>
    </message>
    <message>
      <source>CoNLL columns</source>
      <translation>Colonnes CoNLL</translation>
    </message>
    <message>
      <source>Columns of lists and structures are left out: {0}.</source>
      <translation>Les colonnes de listes et de structures sont écartées : {0}.</translation>
    </message>
    <message>
      <source>Current thread 0x</source>
      <translation>Fil courant 0x</translation>
    </message>
    <message>
      <source>Divided: {0}.</source>
      <translation>Réparti : {0}.</translation>
    </message>
    <message>
      <source>Done again: {0}</source>
      <translation>Rétabli : {0}</translation>
    </message>
    <message>
      <source>Earlier steps cannot be undone any more: “{0}” came after them.</source>
      <translation>Les opérations antérieures ne peuvent plus être annulées : « {0} » est venu après elles.</translation>
    </message>
    <message>
      <source>Entities left out because they are in fragments: {0:n}.</source>
      <translation>Entités laissées de côté parce qu’elles sont en fragments : {0:n}.</translation>
    </message>
    <message>
      <source>Entities left out because they overlap a longer one: {0:n}.</source>
      <translation>Entités laissées de côté parce qu’elles en chevauchent une plus longue : {0:n}.</translation>
    </message>
    <message>
      <source>Every “{0}” that can be a {1} is marked already.</source>
      <translation>Chaque « {0} » qui peut être {1} est déjà marqué.</translation>
    </message>
    <message>
      <source>Excel table (XLSX)</source>
      <translation>Tableau Excel (XLSX)</translation>
    </message>
    <message>
      <source>Factiva exports (HTML, RTF)</source>
      <translation>Exports de Factiva (HTML, RTF)</translation>
    </message>
    <message>
      <source>Fatal Python error</source>
      <translation>Erreur fatale de Python</translation>
    </message>
    <message>
      <source>Groups that an earlier release had put into several parts: {0:n}.</source>
      <translation>Groupes qu’une publication antérieure avait mis dans plusieurs parties : {0:n}.</translation>
    </message>
    <message>
      <source>HTML pages</source>
      <translation>Pages HTML</translation>
    </message>
    <message>
      <source>Hugging Face dataset</source>
      <translation>Jeu de données Hugging Face</translation>
    </message>
    <message>
      <source>IPTC ninjs (JSON)</source>
      <translation>IPTC ninjs (JSON)</translation>
    </message>
    <message>
      <source>Import of articles</source>
      <translation>Importation d’articles</translation>
    </message>
    <message>
      <source>Is it NewsML-G2?</source>
      <translation>Est-ce du NewsML-G2 ?</translation>
    </message>
    <message>
      <source>It has no text, being of the type {0}.</source>
      <translation>Il n’a pas de texte, étant du type {0}.</translation>
    </message>
    <message>
      <source>It has no text.</source>
      <translation>Il n’a pas de texte.</translation>
    </message>
    <message>
      <source>It is nearly the same as “{0}”, and was skipped.</source>
      <translation>C’est presque le même texte que « {0} », et il a été laissé de côté.</translation>
    </message>
    <message>
      <source>It is no article but {0}.</source>
      <translation>Ce n’est pas un article mais {0}.</translation>
    </message>
    <message>
      <source>It is no line of brat's format.</source>
      <translation>Ce n’est pas une ligne du format de brat.</translation>
    </message>
    <message>
      <source>It is no news item, which would be a JSON object.</source>
      <translation>Ce n’est pas un élément d’actualité, qui serait un objet JSON.</translation>
    </message>
    <message>
      <source>It is no object with a text in it.</source>
      <translation>Ce n’est pas un objet qui contient un texte.</translation>
    </message>
    <message>
      <source>It was not read again: the program does not read this format.</source>
      <translation>Il n’a pas été relu : le programme ne lit pas ce format.</translation>
    </message>
    <message>
      <source>Its columns are: {0}.</source>
      <translation>Ses colonnes sont : {0}.</translation>
    </message>
    <message>
      <source>Its content lies in another file, so it has no text.</source>
      <translation>Son contenu se trouve dans un autre fichier : il n’a donc pas de texte.</translation>
    </message>
    <message>
      <source>Its content{0} lies in another file, so it has no text.</source>
      <translation>Son contenu{0} se trouve dans un autre fichier : il n’a donc pas de texte.</translation>
    </message>
    <message>
      <source>Its relations stay with the first part.</source>
      <translation>Ses relations restent à la première partie.</translation>
    </message>
    <message>
      <source>Its {0:n} relations were removed too.</source>
      <translation>Ses {0:n} relations ont aussi été retirées.</translation>
    </message>
    <message>
      <source>JSON lines</source>
      <translation>Lignes JSON</translation>
    </message>
    <message>
      <source>JSON list</source>
      <translation>Liste JSON</translation>
    </message>
    <message>
      <source>Kept together: {0:n} groups of near-duplicates or of one story.</source>
      <translation>Gardés ensemble : {0:n} groupes de quasi-doublons ou d’un même sujet.</translation>
    </message>
    <message>
      <source>Label Studio</source>
      <translation>Label Studio</translation>
    </message>
    <message>
      <source>Left as they are, inside another {0} or rejected before: {1}.</source>
      <translation>Laissés tels quels, dans un autre passage {0} ou rejetés auparavant : {1}.</translation>
    </message>
    <message>
      <source>LexisNexis and Nexis Uni exports (Word, RTF)</source>
      <translation>Exports de LexisNexis et Nexis Uni (Word, RTF)</translation>
    </message>
    <message>
      <source>Line {0} is not a JSON object with a "text": {1}.</source>
      <translation>La ligne {0} n’est pas un objet JSON avec un « text » : {1}.</translation>
    </message>
    <message>
      <source>Link {0} {1} → {2}</source>
      <translation>Relier {0} {1} → {2}</translation>
    </message>
    <message>
      <source>Make {0} → {1} {2}</source>
      <translation>Nouveau type de {0} → {1} {2}</translation>
    </message>
    <message>
      <source>Mark all {0} “{1}” as {2}</source>
      <translation>Marquer les {0} « {1} » comme {2}</translation>
    </message>
    <message>
      <source>Mark {0} “{1}”</source>
      <translation>Marquer {0} « {1} »</translation>
    </message>
    <message>
      <source>Merge {0} “{1}”</source>
      <translation>Fusionner {0} « {1} »</translation>
    </message>
    <message>
      <source>Move spans to whole tokens: {0:n}</source>
      <translation>Caler des passages sur des tokens entiers : {0:n}</translation>
    </message>
    <message>
      <source>Move {0} “{1}”</source>
      <translation>Déplacer {0} « {1} »</translation>
    </message>
    <message>
      <source>Name whose with --annotator, or under Sets in the window.</source>
      <translation>Nommez l’annotateur avec --annotator, ou sous « Jeux d’annotations » dans la fenêtre.</translation>
    </message>
    <message>
      <source>Neither “Body” nor “Length” was found in it: is it an article?</source>
      <translation>Ni « Body » ni « Length » n’y a été trouvé : est-ce un article ?</translation>
    </message>
    <message>
      <source>NewsML-G2 (XML)</source>
      <translation>NewsML-G2 (XML)</translation>
    </message>
    <message>
      <source>No article could be pre-highlighted. “{0}”: {1}</source>
      <translation>Aucun article n’a pu être préannoté. « {0} » : {1}</translation>
    </message>
    <message>
      <source>No article has a fitting set, so there is nothing to divide.</source>
      <translation>Aucun article n’a de jeu qui convient : il n’y a rien à répartir.</translation>
    </message>
    <message>
      <source>No article is done: finish at least {0}, then train.</source>
      <translation>Aucun article n’est terminé : terminez-en au moins {0}, puis entraînez.</translation>
    </message>
    <message>
      <source>No format is known for {0}. Those that can be read: {1}.</source>
      <translation>Aucun format n’est connu pour {0}. Formats lisibles : {1}.</translation>
    </message>
    <message>
      <source>No model reads the article's language ({0}): only quotations in marks are suggested.</source>
      <translation>Aucun modèle ne lit la langue de l’article ({0}) : seules les citations entre guillemets sont suggérées.</translation>
    </message>
    <message>
      <source>No spaCy pipeline is loaded.</source>
      <translation>Aucun pipeline spaCy n’est chargé.</translation>
    </message>
    <message>
      <source>No span can be moved to whole tokens.</source>
      <translation>Aucun passage ne peut être calé sur des tokens entiers.</translation>
    </message>
    <message>
      <source>No suggested relation goes out from here.</source>
      <translation>Aucune relation suggérée ne part d’ici.</translation>
    </message>
    <message>
      <source>Note on the article</source>
      <translation>Note sur l’article</translation>
    </message>
    <message>
      <source>Note on {0} “{1}”</source>
      <translation>Note sur {0} « {1} »</translation>
    </message>
    <message>
      <source>Note on {0} → {1}</source>
      <translation>Note sur {0} → {1}</translation>
    </message>
    <message>
      <source>Nothing was lost.</source>
      <translation>Rien n’a été perdu.</translation>
    </message>
    <message>
      <source>On the command line: --field text=NAME.</source>
      <translation>En ligne de commande : --field text=NOM.</translation>
    </message>
    <message>
      <source>Only a name can be proposed: one line of up to {0} characters.</source>
      <translation>Seul un nom peut être proposé : une ligne de {0} caractères au plus.</translation>
    </message>
    <message>
      <source>Only one article is done: finish at least {0}, then train.</source>
      <translation>Un seul article est terminé : terminez-en au moins {0}, puis entraînez.</translation>
    </message>
    <message>
      <source>Only spans of the same label become one: relabel the others first.</source>
      <translation>Seuls des passages de même étiquette se fusionnent : réétiquetez d’abord les autres.</translation>
    </message>
    <message>
      <source>Only {0} articles are done: finish at least {1}, then train.</source>
      <translation>Seuls {0} articles sont terminés : terminez-en au moins {1}, puis entraînez.</translation>
    </message>
    <message>
      <source>Open an article first.</source>
      <translation>Ouvrez d’abord un article.</translation>
    </message>
    <message>
      <source>Other steps have taken the place of this one: it cannot be done again.</source>
      <translation>D’autres étapes ont pris la place de celle-ci : elle ne peut pas être rétablie.</translation>
    </message>
    <message>
      <source>PDF with a text layer</source>
      <translation>PDF avec couche de texte</translation>
    </message>
    <message>
      <source>Page to send or print (HTML)</source>
      <translation>Page à envoyer ou à imprimer (HTML)</translation>
    </message>
    <message>
      <source>Parquet table</source>
      <translation>Tableau Parquet</translation>
    </message>
    <message>
      <source>Plain text</source>
      <translation>Texte brut</translation>
    </message>
    <message>
      <source>Propose {0} in the project</source>
      <translation>Proposer {0} dans le projet</translation>
    </message>
    <message>
      <source>Put back a backup with: annotator restore {0}</source>
      <translation>Restaurez une sauvegarde avec : annotator restore {0}</translation>
    </message>
    <message>
      <source>Put it there; or say --text and --ann for two folders, and --annotator-suffix for names of annotators.</source>
      <translation>Mettez-le là ; ou indiquez --text et --ann pour deux dossiers, et --annotator-suffix pour les noms des annotateurs.</translation>
    </message>
    <message>
      <source>Put the caret inside the span, between two of its words, to split it there.</source>
      <translation>Placez le curseur dans le passage, entre deux de ses mots, pour l’y diviser.</translation>
    </message>
    <message>
      <source>RSS and Atom feeds</source>
      <translation>Flux RSS et Atom</translation>
    </message>
    <message>
      <source>Read again, it differs in {0:n} place that the losses do not name: {1}</source>
      <translation>Relu, il diffère à {0:n} endroit que les pertes ne nomment pas : {1}</translation>
    </message>
    <message>
      <source>Read again, it differs in {0:n} places that the losses do not name: {1}</source>
      <translation>Relu, il diffère à {0:n} endroits que les pertes ne nomment pas : {1}</translation>
    </message>
    <message>
      <source>Reading it again was stopped, so it is not verified.</source>
      <translation>La relecture a été arrêtée : il n’est donc pas vérifié.</translation>
    </message>
    <message>
      <source>Reject {0}</source>
      <translation>Rejeter {0}</translation>
    </message>
    <message>
      <source>Relabel “{0}” as {1}</source>
      <translation>Réétiqueter « {0} » en {1}</translation>
    </message>
    <message>
      <source>Relation {0} ({1}) has no label, or an end that is no span.</source>
      <translation>La relation {0} ({1}) n’a pas d’étiquette, ou a un bout qui n’est pas un passage.</translation>
    </message>
    <message>
      <source>Relations of spans that were left out are left out with them.</source>
      <translation>Les relations de passages laissés de côté le sont avec eux.</translation>
    </message>
    <message>
      <source>Relations that no longer fit their ends were rejected: {0}.</source>
      <translation>Relations qui ne convenaient plus à leurs bouts et ont été rejetées : {0}.</translation>
    </message>
    <message>
      <source>Relations that would have been there twice or led to themselves were removed: {0}.</source>
      <translation>Relations qui auraient été là deux fois ou auraient mené à elles-mêmes et ont été retirées : {0}.</translation>
    </message>
    <message>
      <source>Released {0:n} article, content hash {1}.</source>
      <translation>{0:n} article publié, empreinte du contenu {1}.</translation>
    </message>
    <message>
      <source>Released {0:n} articles, content hash {1}.</source>
      <translation>{0:n} articles publiés, empreinte du contenu {1}.</translation>
    </message>
    <message>
      <source>Remove {0:n} relations</source>
      <translation>Retirer {0:n} relations</translation>
    </message>
    <message>
      <source>Remove {0}</source>
      <translation>Retirer {0}</translation>
    </message>
    <message>
      <source>Remove {0} → {1}</source>
      <translation>Retirer {0} → {1}</translation>
    </message>
    <message>
      <source>Reverse {0} → {1}</source>
      <translation>Inverser {0} → {1}</translation>
    </message>
    <message>
      <source>Rich text (RTF)</source>
      <translation>Texte enrichi (RTF)</translation>
    </message>
    <message>
      <source>Row {0}</source>
      <translation>Ligne {0}</translation>
    </message>
    <message>
      <source>Say which one it is.</source>
      <translation>Indiquez laquelle.</translation>
    </message>
    <message>
      <source>Select some text first, then press the key of a label.</source>
      <translation>Sélectionnez d’abord du texte, puis appuyez sur la touche d’une étiquette.</translation>
    </message>
    <message>
      <source>Set the article done</source>
      <translation>Article terminé</translation>
    </message>
    <message>
      <source>Set the article flagged</source>
      <translation>Article signalé</translation>
    </message>
    <message>
      <source>Set the article in progress</source>
      <translation>Article remis en cours</translation>
    </message>
    <message>
      <source>Set the article new</source>
      <translation>Article remis à nouveau</translation>
    </message>
    <message>
      <source>Set the article skipped</source>
      <translation>Article ignoré</translation>
    </message>
    <message>
      <source>Set {0} of {1}</source>
      <translation>Changer {0} de {1}</translation>
    </message>
    <message>
      <source>Set {0} of {1} “{2}” to {3}</source>
      <translation>Mettre {0} de {1} « {2} » à {3}</translation>
    </message>
    <message>
      <source>Set {0} to nothing</source>
      <translation>Vider {0}</translation>
    </message>
    <message>
      <source>Set {0} to {1}</source>
      <translation>Mettre {0} à {1}</translation>
    </message>
    <message>
      <source>Several annotators are called {0}: name one of {1}.</source>
      <translation>Plusieurs annotateurs s’appellent {0} : nommez l’un de {1}.</translation>
    </message>
    <message>
      <source>Something is missing</source>
      <translation>Il manque quelque chose</translation>
    </message>
    <message>
      <source>Span {0} has no label or no place.</source>
      <translation>Le passage {0} n’a pas d’étiquette ou pas de position.</translation>
    </message>
    <message>
      <source>Spans left out because they stand below the article: {0:n}.</source>
      <translation>Passages laissés de côté parce qu’ils sont sous l’article : {0:n}.</translation>
    </message>
    <message>
      <source>Spans that were widened to whole words: {0:n}.</source>
      <translation>Passages élargis à des mots entiers : {0:n}.</translation>
    </message>
    <message>
      <source>Split {0} “{1}”</source>
      <translation>Diviser {0} « {1} »</translation>
    </message>
    <message>
      <source>Stand-off JSON lines, without the texts</source>
      <translation>Lignes JSON déportées, sans les textes</translation>
    </message>
    <message>
      <source>Suggestions of {0}</source>
      <translation>Suggestions de {0}</translation>
    </message>
    <message>
      <source>Table (CSV)</source>
      <translation>Tableau (CSV)</translation>
    </message>
    <message>
      <source>Table with tabs (TSV)</source>
      <translation>Tableau à tabulations (TSV)</translation>
    </message>
    <message>
      <source>Tables (CSV)</source>
      <translation>Tableaux (CSV)</translation>
    </message>
    <message>
      <source>Tables (Parquet)</source>
      <translation>Tableaux (Parquet)</translation>
    </message>
    <message>
      <source>Tables (XLSX)</source>
      <translation>Tableaux (XLSX)</translation>
    </message>
    <message>
      <source>The annotation file belongs to no text: there is none of its name.</source>
      <translation>Le fichier d’annotations ne va avec aucun texte : il n’y en a pas de ce nom.</translation>
    </message>
    <message>
      <source>The annotation of “{0}” cannot be read: {1}</source>
      <translation>L’annotation de « {0} » ne peut pas être lue : {1}</translation>
    </message>
    <message>
      <source>The article has no text.</source>
      <translation>L’article n’a pas de texte.</translation>
    </message>
    <message>
      <source>The article number {0} has no text.</source>
      <translation>L’article numéro {0} n’a pas de texte.</translation>
    </message>
    <message>
      <source>The article number {0} is not in {1} any more.</source>
      <translation>L’article numéro {0} n’est plus dans {1}.</translation>
    </message>
    <message>
      <source>The article “{0}” has a note or value that is no valid text: {1}.</source>
      <translation>L’article « {0} » a une note ou une valeur qui n’est pas du texte valide : {1}.</translation>
    </message>
    <message>
      <source>The article “{0}” has no set to export with the status {1}.</source>
      <translation>L’article « {0} » n’a aucun jeu d’annotations à exporter dans l’état {1}.</translation>
    </message>
    <message>
      <source>The article “{0}” has several sets ({1}), and the format holds one.</source>
      <translation>L’article « {0} » a plusieurs jeux d’annotations ({1}) et le format n’en contient qu’un.</translation>
    </message>
    <message>
      <source>The article “{0}” has {1:n} annotation sets, and the format holds one.</source>
      <translation>L’article « {0} » a {1:n} jeux d’annotations et le format n’en contient qu’un.</translation>
    </message>
    <message>
      <source>The article's status changed meanwhile: look again and repeat.</source>
      <translation>L’état de l’article a changé entre-temps : vérifiez et recommencez.</translation>
    </message>
    <message>
      <source>The articles for the worker cannot be read: {0}</source>
      <translation>Les articles destinés au processus de travail ne peuvent pas être lus : {0}</translation>
    </message>
    <message>
      <source>The attribute {0} becomes {1}, which the new schema lacks.</source>
      <translation>L’attribut {0} devient {1}, que le nouveau schéma n’a pas.</translation>
    </message>
    <message>
      <source>The attribute {0} cannot be renamed {1}: that name is taken.</source>
      <translation>L’attribut {0} ne peut pas être renommé {1} : ce nom est déjà pris.</translation>
    </message>
    <message>
      <source>The attribute {0} cannot become {1}: it does not go.</source>
      <translation>L’attribut {0} ne peut pas devenir {1} : il ne disparaît pas.</translation>
    </message>
    <message>
      <source>The attribute {0} does not say of what it is.</source>
      <translation>L’attribut {0} ne dit pas à quoi il se rapporte.</translation>
    </message>
    <message>
      <source>The attribute {0} goes.</source>
      <translation>L’attribut {0} disparaît.</translation>
    </message>
    <message>
      <source>The attribute {0} is new.</source>
      <translation>L’attribut {0} est nouveau.</translation>
    </message>
    <message>
      <source>The attribute {0} is renamed {1}, but is there again as another one.</source>
      <translation>L’attribut {0} est renommé {1}, mais est là de nouveau avec un autre contenu.</translation>
    </message>
    <message>
      <source>The attribute {0} is renamed {1}, which the new schema lacks.</source>
      <translation>L’attribut {0} est renommé {1}, que le nouveau schéma n’a pas.</translation>
    </message>
    <message>
      <source>The attribute {0} is renamed {1}.</source>
      <translation>L’attribut {0} est renommé {1}.</translation>
    </message>
    <message>
      <source>The attribute {0}: {1} {2} becomes {3}.</source>
      <translation>L’attribut {0} : {1} {2} devient {3}.</translation>
    </message>
    <message>
      <source>The backup {0} cannot be written: {1}.</source>
      <translation>La sauvegarde {0} ne peut pas être écrite : {1}.</translation>
    </message>
    <message>
      <source>The backup {0} is damaged itself: choose another one.</source>
      <translation>La sauvegarde {0} est elle-même endommagée : choisissez-en une autre.</translation>
    </message>
    <message>
      <source>The choice of {0} {1} becomes {2}, which the new schema lacks.</source>
      <translation>Le choix de {0} {1} devient {2}, que le nouveau schéma n’a pas.</translation>
    </message>
    <message>
      <source>The choice of {0} {1} cannot be renamed {2}: that name is taken.</source>
      <translation>Le choix de {0} {1} ne peut pas être renommé {2} : ce nom est déjà pris.</translation>
    </message>
    <message>
      <source>The choice of {0} {1} cannot become {2}: it does not go.</source>
      <translation>Le choix de {0} {1} ne peut pas devenir {2} : il ne disparaît pas.</translation>
    </message>
    <message>
      <source>The choice of {0} {1} goes.</source>
      <translation>Le choix de {0} {1} disparaît.</translation>
    </message>
    <message>
      <source>The choice of {0} {1} is new.</source>
      <translation>Le choix de {0} {1} est nouveau.</translation>
    </message>
    <message>
      <source>The choice of {0} {1} is renamed {2}, but is there again as another one.</source>
      <translation>Le choix de {0} {1} est renommé {2}, mais est là de nouveau avec un autre contenu.</translation>
    </message>
    <message>
      <source>The choice of {0} {1} is renamed {2}, which the new schema lacks.</source>
      <translation>Le choix de {0} {1} est renommé {2}, que le nouveau schéma n’a pas.</translation>
    </message>
    <message>
      <source>The choice of {0} {1} is renamed {2}.</source>
      <translation>Le choix de {0} {1} est renommé {2}.</translation>
    </message>
    <message>
      <source>The choice of {0} {1}: {2} {3} becomes {4}.</source>
      <translation>Le choix de {0} {1} : {2} {3} devient {4}.</translation>
    </message>
    <message>
      <source>The choice {0} is there already.</source>
      <translation>Le choix {0} est déjà là.</translation>
    </message>
    <message>
      <source>The choice {0} of {1} is renamed {2}.</source>
      <translation>Le choix {0} de {1} est renommé {2}.</translation>
    </message>
    <message>
      <source>The configuration could not be written.</source>
      <translation>La configuration n’a pas pu être écrite.</translation>
    </message>
    <message>
      <source>The disk is full, so nothing was saved to {0}. Free some space and repeat.</source>
      <translation>Le disque est plein, rien n’a donc été enregistré dans {0}. Libérez de la place et recommencez.</translation>
    </message>
    <message>
      <source>The disk that holds {0} does not answer. Nothing more was saved to it.</source>
      <translation>Le disque qui contient {0} ne répond pas. Rien de plus n’y a été enregistré.</translation>
    </message>
    <message>
      <source>The entry has no text.</source>
      <translation>L’entrée n’a pas de texte.</translation>
    </message>
    <message>
      <source>The equivalence has fewer than two members.</source>
      <translation>L’équivalence a moins de deux membres.</translation>
    </message>
    <message>
      <source>The event {0} cannot be read.</source>
      <translation>L’événement {0} ne peut pas être lu.</translation>
    </message>
    <message>
      <source>The export to {0} was cancelled; nothing there was changed.</source>
      <translation>L’exportation vers {0} a été annulée ; rien n’y a été changé.</translation>
    </message>
    <message>
      <source>The feature {0} of {1} is no attribute of {2} in the schema: left out.</source>
      <translation>Le trait {0} de {1} n’est pas un attribut de {2} dans le schéma : laissé de côté.</translation>
    </message>
    <message>
      <source>The file is damaged: {0}.</source>
      <translation>Le fichier est endommagé : {0}.</translation>
    </message>
    <message>
      <source>The folder {0} cannot be written ({1}).</source>
      <translation>Impossible d’écrire dans le dossier {0} ({1}).</translation>
    </message>
    <message>
      <source>The format {0} cannot be used: {1}.</source>
      <translation>Le format {0} ne peut pas être utilisé : {1}.</translation>
    </message>
    <message>
      <source>The format {0} holds the texts: leave out --format, and stand-off JSON lines are written.</source>
      <translation>Le format {0} contient les textes : omettez --format, et des lignes JSON déportées seront écrites.</translation>
    </message>
    <message>
      <source>The group {0} becomes {1}, which the new schema lacks.</source>
      <translation>Le groupe {0} devient {1}, que le nouveau schéma n’a pas.</translation>
    </message>
    <message>
      <source>The group {0} cannot be renamed {1}: that name is taken.</source>
      <translation>Le groupe {0} ne peut pas être renommé {1} : ce nom est déjà pris.</translation>
    </message>
    <message>
      <source>The group {0} cannot become {1}: it does not go.</source>
      <translation>Le groupe {0} ne peut pas devenir {1} : il ne disparaît pas.</translation>
    </message>
    <message>
      <source>The group {0} goes.</source>
      <translation>Le groupe {0} disparaît.</translation>
    </message>
    <message>
      <source>The group {0} is new.</source>
      <translation>Le groupe {0} est nouveau.</translation>
    </message>
    <message>
      <source>The group {0} is renamed {1}, but is there again as another one.</source>
      <translation>Le groupe {0} est renommé {1}, mais est là de nouveau avec un autre contenu.</translation>
    </message>
    <message>
      <source>The group {0} is renamed {1}, which the new schema lacks.</source>
      <translation>Le groupe {0} est renommé {1}, que le nouveau schéma n’a pas.</translation>
    </message>
    <message>
      <source>The group {0} is renamed {1}.</source>
      <translation>Le groupe {0} est renommé {1}.</translation>
    </message>
    <message>
      <source>The group {0}: {1} {2} becomes {3}.</source>
      <translation>Le groupe {0} : {1} {2} devient {3}.</translation>
    </message>
    <message>
      <source>The id {0} is used already.</source>
      <translation>L’identifiant {0} est déjà utilisé.</translation>
    </message>
    <message>
      <source>The import was stopped.</source>
      <translation>L’importation a été arrêtée.</translation>
    </message>
    <message>
      <source>The label {0} becomes {1}, which the new schema lacks.</source>
      <translation>L’étiquette {0} devient {1}, que le nouveau schéma n’a pas.</translation>
    </message>
    <message>
      <source>The label {0} cannot be renamed {1}: that name is taken.</source>
      <translation>L’étiquette {0} ne peut pas être renommée {1} : ce nom est déjà pris.</translation>
    </message>
    <message>
      <source>The label {0} cannot become {1}: it does not go.</source>
      <translation>L’étiquette {0} ne peut pas devenir {1} : elle ne disparaît pas.</translation>
    </message>
    <message>
      <source>The label {0} goes.</source>
      <translation>L’étiquette {0} disparaît.</translation>
    </message>
    <message>
      <source>The label {0} is left out, here and from now on, as asked.</source>
      <translation>L’étiquette {0} est écartée, ici et par la suite, comme demandé.</translation>
    </message>
    <message>
      <source>The label {0} is new.</source>
      <translation>L’étiquette {0} est nouvelle.</translation>
    </message>
    <message>
      <source>The label {0} is not in the schema “{1}”.</source>
      <translation>L’étiquette {0} n’est pas dans le schéma « {1} ».</translation>
    </message>
    <message>
      <source>The label {0} is not used any more: choose another one.</source>
      <translation>L’étiquette {0} n’est plus utilisée : choisissez-en une autre.</translation>
    </message>
    <message>
      <source>The label {0} is renamed {1}, but is there again as another one.</source>
      <translation>L’étiquette {0} est renommée {1}, mais est là de nouveau avec un autre contenu.</translation>
    </message>
    <message>
      <source>The label {0} is renamed {1}, which the new schema lacks.</source>
      <translation>L’étiquette {0} est renommée {1}, que le nouveau schéma n’a pas.</translation>
    </message>
    <message>
      <source>The label {0} is renamed {1}.</source>
      <translation>L’étiquette {0} est renommée {1}.</translation>
    </message>
    <message>
      <source>The label {0}: {1} {2} becomes {3}.</source>
      <translation>L’étiquette {0} : {1} {2} devient {3}.</translation>
    </message>
    <message>
      <source>The list shows a wrong number of spans, notes or suggestions of {0} for “{1}”.</source>
      <translation>La liste montre un nombre faux de passages, de notes ou de suggestions de {0} pour « {1} ».</translation>
    </message>
    <message>
      <source>The list shows a wrong number of suggestions for “{0}”.</source>
      <translation>La liste montre un nombre faux de suggestions pour « {0} ».</translation>
    </message>
    <message>
      <source>The list shows a wrong status of {0} for “{1}”.</source>
      <translation>La liste montre un état faux de {0} pour « {1} ».</translation>
    </message>
    <message>
      <source>The mapping of pipelines' labels is another one.</source>
      <translation>La correspondance des étiquettes des pipelines est différente.</translation>
    </message>
    <message>
      <source>The model {0} also learned labels that this schema does not have: {1}. It suggests nothing of them.</source>
      <translation>Le modèle {0} a aussi appris des étiquettes que ce schéma n’a pas : {1}. Il n’en suggère rien.</translation>
    </message>
    <message>
      <source>The name of {0} leads out of the archive or is none that a file can have.</source>
      <translation>Le nom de {0} mène hors de l’archive ou ne peut pas être celui d’un fichier.</translation>
    </message>
    <message>
      <source>The name {0} is taken.</source>
      <translation>Le nom {0} est déjà pris.</translation>
    </message>
    <message>
      <source>The note {0} does not say of what it is.</source>
      <translation>La note {0} ne dit pas à quoi elle se rapporte.</translation>
    </message>
    <message>
      <source>The order of the attributes is another one.</source>
      <translation>L’ordre des attributs est différent.</translation>
    </message>
    <message>
      <source>The order of the choice of {0}s is another one.</source>
      <translation>L’ordre des choix de {0} est différent.</translation>
    </message>
    <message>
      <source>The order of the groups is another one.</source>
      <translation>L’ordre des groupes est différent.</translation>
    </message>
    <message>
      <source>The order of the labels is another one.</source>
      <translation>L’ordre des étiquettes est différent.</translation>
    </message>
    <message>
      <source>The order of the relation types is another one.</source>
      <translation>L’ordre des types de relations est différent.</translation>
    </message>
    <message>
      <source>The pipeline “{0}” failed on this article: {1}</source>
      <translation>Le pipeline « {0} » a échoué sur cet article : {1}</translation>
    </message>
    <message>
      <source>The pipeline “{0}” was made for spaCy {1}, and this is {2}</source>
      <translation>Le pipeline « {0} » a été fait pour spaCy {1}, et ceci est {2}</translation>
    </message>
    <message>
      <source>The project is open for reading only.</source>
      <translation>Le projet est ouvert en lecture seule.</translation>
    </message>
    <message>
      <source>The project lies on a file system without a write-ahead log: it is as safe, but slower to save.</source>
      <translation>Le projet se trouve sur un système de fichiers sans journal d’écriture anticipée : il est aussi sûr, mais plus lent à enregistrer.</translation>
    </message>
    <message>
      <source>The project was brought up to date; a copy of the older file is {0}.</source>
      <translation>Le projet a été mis à jour ; une copie de l’ancien fichier est {0}.</translation>
    </message>
    <message>
      <source>The record {0} cannot become {1}: an id is for good.</source>
      <translation>L’enregistrement {0} ne peut pas devenir {1} : un identifiant est définitif.</translation>
    </message>
    <message>
      <source>The record {0} changed meanwhile: look again and repeat.</source>
      <translation>L’enregistrement {0} a changé entre-temps : vérifiez et recommencez.</translation>
    </message>
    <message>
      <source>The reference {0} cannot be read.</source>
      <translation>Le renvoi {0} ne peut pas être lu.</translation>
    </message>
    <message>
      <source>The relation from {0} to {1} has no type.</source>
      <translation>La relation de {0} à {1} n’a pas de type.</translation>
    </message>
    <message>
      <source>The relation id {0} is used twice.</source>
      <translation>L’identifiant de relation {0} est utilisé deux fois.</translation>
    </message>
    <message>
      <source>The relation type {0} becomes {1}, which the new schema lacks.</source>
      <translation>Le type de relation {0} devient {1}, que le nouveau schéma n’a pas.</translation>
    </message>
    <message>
      <source>The relation type {0} cannot be renamed {1}: that name is taken.</source>
      <translation>Le type de relation {0} ne peut pas être renommé {1} : ce nom est déjà pris.</translation>
    </message>
    <message>
      <source>The relation type {0} cannot become {1}: it does not go.</source>
      <translation>Le type de relation {0} ne peut pas devenir {1} : il ne disparaît pas.</translation>
    </message>
    <message>
      <source>The relation type {0} goes.</source>
      <translation>Le type de relation {0} disparaît.</translation>
    </message>
    <message>
      <source>The relation type {0} is new.</source>
      <translation>Le type de relation {0} est nouveau.</translation>
    </message>
    <message>
      <source>The relation type {0} is renamed {1}, but is there again as another one.</source>
      <translation>Le type de relation {0} est renommé {1}, mais est là de nouveau avec un autre contenu.</translation>
    </message>
    <message>
      <source>The relation type {0} is renamed {1}, which the new schema lacks.</source>
      <translation>Le type de relation {0} est renommé {1}, que le nouveau schéma n’a pas.</translation>
    </message>
    <message>
      <source>The relation type {0} is renamed {1}.</source>
      <translation>Le type de relation {0} est renommé {1}.</translation>
    </message>
    <message>
      <source>The relation type {0}: {1} {2} becomes {3}.</source>
      <translation>Le type de relation {0} : {1} {2} devient {3}.</translation>
    </message>
    <message>
      <source>The relation {0} does not have two ends.</source>
      <translation>La relation {0} n’a pas deux bouts.</translation>
    </message>
    <message>
      <source>The relation {0} is not in the schema “{1}”.</source>
      <translation>La relation {0} n’est pas dans le schéma « {1} ».</translation>
    </message>
    <message>
      <source>The relation {0} is not used any more: choose another one.</source>
      <translation>La relation {0} n’est plus utilisée : choisissez-en une autre.</translation>
    </message>
    <message>
      <source>The result {0} has no label, or no place in characters.</source>
      <translation>Le résultat {0} n’a pas d’étiquette, ou pas de position en caractères.</translation>
    </message>
    <message>
      <source>The row has another number of cells ({0:n}) than the heading ({1:n}).</source>
      <translation>La ligne n’a pas le même nombre de cellules ({0:n}) que l’en-tête ({1:n}).</translation>
    </message>
    <message>
      <source>The sample articles could not be imported: {0}</source>
      <translation>Les articles d’exemple n’ont pas pu être importés : {0}</translation>
    </message>
    <message>
      <source>The schema cannot be read: {0}.</source>
      <translation>Le schéma ne peut pas être lu : {0}.</translation>
    </message>
    <message>
      <source>The schema is not valid TOML: {0}.</source>
      <translation>Le schéma n’est pas du TOML valide : {0}.</translation>
    </message>
    <message>
      <source>The schema “{0}” {1}.</source>
      <translation>Le schéma « {0} » {1}.</translation>
    </message>
    <message>
      <source>The schema's {0} {1} becomes {2}.</source>
      <translation>Schéma : {0} {1} devient {2}.</translation>
    </message>
    <message>
      <source>The set of the article number {0} is not there any more.</source>
      <translation>Le jeu d’annotations de l’article numéro {0} n’est plus là.</translation>
    </message>
    <message>
      <source>The set of {0} for the article “{1}” is damaged: {2}</source>
      <translation>Le jeu de {0} pour l’article « {1} » est endommagé : {2}</translation>
    </message>
    <message>
      <source>The sets of labels are others.</source>
      <translation>Les ensembles d’étiquettes sont différents.</translation>
    </message>
    <message>
      <source>The sheet was not read: {0}</source>
      <translation>La feuille n’a pas été lue : {0}</translation>
    </message>
    <message>
      <source>The spaCy pipeline {0} cannot be loaded: {1}</source>
      <translation>Le pipeline spaCy {0} ne peut pas être chargé : {1}</translation>
    </message>
    <message>
      <source>The spaCy pipeline “{0}” cannot be loaded: install it anew or choose another. ({1})</source>
      <translation>Le pipeline spaCy « {0} » ne peut pas être chargé : réinstallez-le ou choisissez-en un autre. ({1})</translation>
    </message>
    <message>
      <source>The span id {0} is used twice.</source>
      <translation>L’identifiant de passage {0} est utilisé deux fois.</translation>
    </message>
    <message>
      <source>The suggested {0} and {1} were accepted with it.</source>
      <translation>Les suggestions {0} et {1} ont été acceptées avec.</translation>
    </message>
    <message>
      <source>The suggested {0} was accepted with it.</source>
      <translation>La suggestion {0} a été acceptée avec.</translation>
    </message>
    <message>
      <source>The suggester “{0}” cannot be used and is left out: {1}</source>
      <translation>Le suggesteur « {0} » ne peut pas être utilisé et est laissé de côté : {1}</translation>
    </message>
    <message>
      <source>The text is none of those that were annotated: its SHA-256 is that of no article.</source>
      <translation>Le texte n’est aucun de ceux qui ont été annotés : son SHA-256 n’est celui d’aucun article.</translation>
    </message>
    <message>
      <source>The text is not the one that was annotated as {0}: its SHA-256 differs.</source>
      <translation>Le texte n’est pas celui qui a été annoté comme {0} : son SHA-256 diffère.</translation>
    </message>
    <message>
      <source>The text is only named by the link {0}, and nothing is fetched.</source>
      <translation>Le texte n’est désigné que par l’adresse {0}, et rien n’est téléchargé.</translation>
    </message>
    <message>
      <source>The text of the article “{0}” is not the one that was imported: its SHA-256 differs.</source>
      <translation>Le texte de l’article « {0} » n’est pas celui qui a été importé : son SHA-256 diffère.</translation>
    </message>
    <message>
      <source>The text of the article “{0}” is not what was imported: put back a backup with annotator restore.</source>
      <translation>Le texte de l’article « {0} » n’est pas celui qui a été importé : restaurez une sauvegarde avec annotator restore.</translation>
    </message>
    <message>
      <source>The text of “{0}” is not what was imported.</source>
      <translation>Le texte de « {0} » n’est pas celui qui a été importé.</translation>
    </message>
    <message>
      <source>The tokenizer of {0} changes the text of the article “{1}”</source>
      <translation>Le tokeniseur de {0} change le texte de l’article « {1} »</translation>
    </message>
    <message>
      <source>The trained pipeline cannot be moved to {0} ({1}).</source>
      <translation>Le pipeline entraîné ne peut pas être déplacé vers {0} ({1}).</translation>
    </message>
    <message>
      <source>The training cannot be started: {0}.</source>
      <translation>L’entraînement ne peut pas démarrer : {0}.</translation>
    </message>
    <message>
      <source>The training ended unexpectedly ({0}): nothing was changed.</source>
      <translation>L’entraînement s’est arrêté de façon inattendue ({0}) : rien n’a été modifié.</translation>
    </message>
    <message>
      <source>The training failed unexpectedly; the log says more.</source>
      <translation>L’entraînement a échoué de façon inattendue ; le journal en dit plus.</translation>
    </message>
    <message>
      <source>The value “{0}” of {1} on {2} {3}.</source>
      <translation>La valeur « {0} » de {1} sur {2} {3}.</translation>
    </message>
    <message>
      <source>The verdict id {0} is used twice.</source>
      <translation>L’identifiant de verdict {0} est utilisé deux fois.</translation>
    </message>
    <message>
      <source>The verdict {0} {1}.</source>
      <translation>Le verdict {0} {1}.</translation>
    </message>
    <message>
      <source>The worker does not understand a message: {0}.</source>
      <translation>Le processus de travail ne comprend pas un message : {0}.</translation>
    </message>
    <message>
      <source>The worker failed unexpectedly: {0}: {1}</source>
      <translation>Le processus de travail a échoué de façon imprévue : {0} : {1}</translation>
    </message>
    <message>
      <source>The worker process cannot be started: {0}.</source>
      <translation>Le processus de travail ne peut pas être démarré : {0}.</translation>
    </message>
    <message>
      <source>The worker process ended unexpectedly ({0})</source>
      <translation>Le processus de travail s’est arrêté de façon imprévue ({0})</translation>
    </message>
    <message>
      <source>The {0} of the article</source>
      <translation>Le champ {0} de l’article</translation>
    </message>
    <message>
      <source>The {0} relation from {1} to {2} at {3} is there twice.</source>
      <translation>La relation {0} de {1} vers {2} à {3} est là deux fois.</translation>
    </message>
    <message>
      <source>The {0} relation from “{1}” to “{2}” is there twice.</source>
      <translation>La relation {0} de « {1} » vers « {2} » est là deux fois.</translation>
    </message>
    <message>
      <source>The {0} relation links “{1}” to itself.</source>
      <translation>La relation {0} relie « {1} » à lui-même.</translation>
    </message>
    <message>
      <source>The {0} relation would be left without one of its ends.</source>
      <translation>La relation {0} perdrait un de ses bouts.</translation>
    </message>
    <message>
      <source>The {0} relation {1} lacks one of its ends.</source>
      <translation>Il manque un bout à la relation {0} {1}.</translation>
    </message>
    <message>
      <source>The {0} relation {1} of {2} lacks one of its ends: put back a backup.</source>
      <translation>Il manque un bout à la relation {0} {1} de {2} : restaurez une sauvegarde.</translation>
    </message>
    <message>
      <source>The {0} relation{1} has an end that was left out or is not there.</source>
      <translation>La relation {0}{1} a une extrémité qui a été laissée de côté ou qui n’existe pas.</translation>
    </message>
    <message>
      <source>The {0} {1} is of {2}, which is not there.</source>
      <translation>L’élément {0} {1} se rapporte à {2}, qui n’est pas là.</translation>
    </message>
    <message>
      <source>There are labels in the group {0}: move them to another first.</source>
      <translation>Il y a des étiquettes dans le groupe {0} : déplacez-les d’abord dans un autre.</translation>
    </message>
    <message>
      <source>There are several models: name one with --of, of {0}.</source>
      <translation>Il y a plusieurs modèles : nommez-en un avec --of, parmi {0}.</translation>
    </message>
    <message>
      <source>There is a second set of {0}.</source>
      <translation>Il y a un second jeu de {0}.</translation>
    </message>
    <message>
      <source>There is no annotator {0} in the project. It has: {1}.</source>
      <translation>Il n’y a pas d’annotateur {0} dans le projet. Il a : {1}.</translation>
    </message>
    <message>
      <source>There is no annotator {0} in {1}. It has: {2}.</source>
      <translation>Il n’y a pas d’annotateur {0} dans {1}. Il a : {2}.</translation>
    </message>
    <message>
      <source>There is no article that both finished, only {0:n} by {1} and {2:n} by {3}.</source>
      <translation>Aucun article n’a été terminé par les deux, seulement {0:n} par {1} et {2:n} par {3}.</translation>
    </message>
    <message>
      <source>There is no attribute {0} on {1}.</source>
      <translation>Il n’y a pas d’attribut {0} sur {1}.</translation>
    </message>
    <message>
      <source>There is no attribute {0} that could be renamed {1}.</source>
      <translation>Il n’y a pas d’attribut {0} qui puisse être renommé {1}.</translation>
    </message>
    <message>
      <source>There is no choice of {0} {1} that could be renamed {2}.</source>
      <translation>Il n’y a pas de choix de {0} {1} qui puisse être renommé {2}.</translation>
    </message>
    <message>
      <source>There is no file in the archive that can be imported.</source>
      <translation>Aucun fichier de l’archive ne peut être importé.</translation>
    </message>
    <message>
      <source>There is no format {0}. Those that can be read: {1}.</source>
      <translation>Il n’y a pas de format {0}. Formats lisibles : {1}.</translation>
    </message>
    <message>
      <source>There is no format {0}. Those that can be written: {1}.</source>
      <translation>Il n’y a pas de format {0}. Formats qui s’écrivent : {1}.</translation>
    </message>
    <message>
      <source>There is no group {0} that could be renamed {1}.</source>
      <translation>Il n’y a pas de groupe {0} qui puisse être renommé {1}.</translation>
    </message>
    <message>
      <source>There is no label {0} in the schema. It has: {1}.</source>
      <translation>Il n’y a pas d’étiquette {0} dans le schéma. Il a : {1}.</translation>
    </message>
    <message>
      <source>There is no label {0} that could be renamed {1}.</source>
      <translation>Il n’y a pas d’étiquette {0} qui puisse être renommée {1}.</translation>
    </message>
    <message>
      <source>There is no model in the project: say with --of whose sets are meant.</source>
      <translation>Il n’y a pas de modèle dans le projet : indiquez avec --of de qui viennent les jeux.</translation>
    </message>
    <message>
      <source>There is no other {0} to merge this one with.</source>
      <translation>Il n’y a pas d’autre passage {0} avec lequel le fusionner.</translation>
    </message>
    <message>
      <source>There is no project {0} in {1}.</source>
      <translation>Il n’y a pas de projet {0} dans {1}.</translation>
    </message>
    <message>
      <source>There is no recipe “{0}”: choose one of {1}.</source>
      <translation>Il n’y a pas de recette « {0} » : choisissez parmi {1}.</translation>
    </message>
    <message>
      <source>There is no relation type {0} that could be renamed {1}.</source>
      <translation>Il n’y a pas de type de relation {0} qui puisse être renommé {1}.</translation>
    </message>
    <message>
      <source>There is no spaCy pipeline for the language “{0}”</source>
      <translation>Il n’y a pas de pipeline spaCy pour la langue « {0} »</translation>
    </message>
    <message>
      <source>There is no spaCy pipeline “{0}”</source>
      <translation>Il n’y a pas de pipeline spaCy « {0} »</translation>
    </message>
    <message>
      <source>There is no span in the articles to learn from: mark some, then train.</source>
      <translation>Il n’y a aucun passage dans les articles dont apprendre : marquez-en, puis entraînez.</translation>
    </message>
    <message>
      <source>There is no such file.</source>
      <translation>Ce fichier n’existe pas.</translation>
    </message>
    <message>
      <source>These two are linked by {0} already.</source>
      <translation>Ces deux passages sont déjà reliés par {0}.</translation>
    </message>
    <message>
      <source>This happens {0:n} times.</source>
      <translation>Cela se produit {0:n} fois.</translation>
    </message>
    <message>
      <source>This relation is not there any more.</source>
      <translation>Cette relation n’est plus là.</translation>
    </message>
    <message>
      <source>This span is not there any more.</source>
      <translation>Ce passage n’est plus là.</translation>
    </message>
    <message>
      <source>This suggestion was judged already.</source>
      <translation>Cette suggestion a déjà été jugée.</translation>
    </message>
    <message>
      <source>Thread 0x</source>
      <translation>Fil 0x</translation>
    </message>
    <message>
      <source>To read Parquet</source>
      <translation>Pour lire Parquet</translation>
    </message>
    <message>
      <source>To read XLSX</source>
      <translation>Pour lire XLSX</translation>
    </message>
    <message>
      <source>To write Parquet</source>
      <translation>Pour écrire du Parquet</translation>
    </message>
    <message>
      <source>To write XLSX</source>
      <translation>Pour écrire du XLSX</translation>
    </message>
    <message>
      <source>To write a Hugging Face dataset</source>
      <translation>Pour écrire un jeu de données Hugging Face</translation>
    </message>
    <message>
      <source>Traceback (most recent call last)</source>
      <translation>Traceback (dernier appel à la fin)</translation>
    </message>
    <message>
      <source>UIMA CAS JSON (INCEpTION)</source>
      <translation>UIMA CAS JSON (INCEpTION)</translation>
    </message>
    <message>
      <source>UIMA CAS XMI (INCEpTION)</source>
      <translation>UIMA CAS XMI (INCEpTION)</translation>
    </message>
    <message>
      <source>Undone: {0}</source>
      <translation>Annulé : {0}</translation>
    </message>
    <message>
      <source>Verified: read again, it has {0}, all but the losses.</source>
      <translation>Vérifié : relu, il contient {0}, sauf ce que les pertes nomment.</translation>
    </message>
    <message>
      <source>Verified: read again, it has {0}.</source>
      <translation>Vérifié : relu, il contient {0}.</translation>
    </message>
    <message>
      <source>Verified: read again, it is what went out.</source>
      <translation>Vérifié : relu, c’est bien ce qui est sorti.</translation>
    </message>
    <message>
      <source>Web Annotation (JSON-LD)</source>
      <translation>Web Annotation (JSON-LD)</translation>
    </message>
    <message>
      <source>WebAnno TSV 3 (INCEpTION)</source>
      <translation>WebAnno TSV 3 (INCEpTION)</translation>
    </message>
    <message>
      <source>What is in the column “{0}” is no text.</source>
      <translation>Ce que contient la colonne « {0} » n’est pas du texte.</translation>
    </message>
    <message>
      <source>Word documents</source>
      <translation>Documents Word</translation>
    </message>
    <message>
      <source>a catalogue of vocabularies</source>
      <translation>un catalogue de vocabulaires</translation>
    </message>
    <message>
      <source>a comma is followed by nothing</source>
      <translation>une virgule n’est suivie de rien</translation>
    </message>
    <message>
      <source>a concept of a vocabulary</source>
      <translation>un concept d’un vocabulaire</translation>
    </message>
    <message>
      <source>a line of {0:n} characters)</source>
      <translation>une ligne de {0:n} caractères)</translation>
    </message>
    <message>
      <source>a name found elsewhere in the article</source>
      <translation>un nom trouvé ailleurs dans l’article</translation>
    </message>
    <message>
      <source>a package, which only lists other items: import these</source>
      <translation>un paquet, qui ne fait qu’énumérer d’autres éléments : importez ceux-ci</translation>
    </message>
    <message>
      <source>a plan for coverage</source>
      <translation>un plan de couverture</translation>
    </message>
    <message>
      <source>a span is elsewhere: {0} “{1}”</source>
      <translation>un passage est ailleurs : {0} « {1} »</translation>
    </message>
    <message>
      <source>a value</source>
      <translation>une valeur</translation>
    </message>
    <message>
      <source>a vocabulary</source>
      <translation>un vocabulaire</translation>
    </message>
    <message>
      <source>according to a source</source>
      <translation>selon une source</translation>
    </message>
    <message>
      <source>according to somebody</source>
      <translation>selon quelqu’un</translation>
    </message>
    <message>
      <source>an office after a name</source>
      <translation>une fonction après un nom</translation>
    </message>
    <message>
      <source>an office before a name</source>
      <translation>une fonction avant un nom</translation>
    </message>
    <message>
      <source>an office in a person's place</source>
      <translation>une fonction à la place d’une personne</translation>
    </message>
    <message>
      <source>an office with its country or body</source>
      <translation>une fonction avec son pays ou son organisme</translation>
    </message>
    <message>
      <source>and {0} more</source>
      <translation>et {0} de plus</translation>
    </message>
    <message>
      <source>answer in an interview</source>
      <translation>réponse d’un entretien</translation>
    </message>
    <message>
      <source>article labels of {0}</source>
      <translation>étiquettes d’article de {0}</translation>
    </message>
    <message>
      <source>article text</source>
      <translation>texte d’un article</translation>
    </message>
    <message>
      <source>article whose metadata was left out but for its address</source>
      <translation>article dont les métadonnées ont été laissées de côté, sauf son adresse</translation>
    </message>
    <message>
      <source>article with control characters, which XML cannot hold</source>
      <translation>article avec des caractères de contrôle, que XML ne peut pas contenir</translation>
    </message>
    <message>
      <source>as a source says</source>
      <translation>comme le dit une source</translation>
    </message>
    <message>
      <source>attribute of a span or relation</source>
      <translation>attribut d’un passage ou d’une relation</translation>
    </message>
    <message>
      <source>attribute or note of a span</source>
      <translation>attribut ou note d’un passage</translation>
    </message>
    <message>
      <source>attribute that brat cannot hold</source>
      <translation>attribut que brat ne peut pas contenir</translation>
    </message>
    <message>
      <source>attribute that comes back as text</source>
      <translation>attribut qui revient comme texte</translation>
    </message>
    <message>
      <source>begins at {0}, where {1} was expected</source>
      <translation>commence à {0}, là où {1} était attendu</translation>
    </message>
    <message>
      <source>brat standoff</source>
      <translation>brat standoff</translation>
    </message>
    <message>
      <source>byte order mark removed</source>
      <translation>marque d’ordre des octets retirée</translation>
    </message>
    <message>
      <source>cannot be read: there is no encoding called {0}</source>
      <translation>ne peut pas être lu : il n’y a pas d’encodage nommé {0}</translation>
    </message>
    <message>
      <source>choice of {0}</source>
      <translation>choix de {0}</translation>
    </message>
    <message>
      <source>choices of {0} are renamed</source>
      <translation>des choix de {0} sont renommés</translation>
    </message>
    <message>
      <source>choose another pipeline, or see the log</source>
      <translation>choisissez un autre pipeline ou consultez le journal</translation>
    </message>
    <message>
      <source>choose one that is installed ({0})</source>
      <translation>choisissez-en un installé ({0})</translation>
    </message>
    <message>
      <source>choose the folder of one</source>
      <translation>choisissez le dossier de l’un d’eux</translation>
    </message>
    <message>
      <source>clause after a noun of promising</source>
      <translation>proposition après un nom de promesse</translation>
    </message>
    <message>
      <source>clause after a noun of saying or thinking</source>
      <translation>proposition après un nom de parole ou de pensée</translation>
    </message>
    <message>
      <source>clause after a reporting verb</source>
      <translation>proposition après un verbe de parole</translation>
    </message>
    <message>
      <source>clause after a verb of promising</source>
      <translation>proposition après un verbe de promesse</translation>
    </message>
    <message>
      <source>clause after an adjective of thinking</source>
      <translation>proposition après un adjectif de pensée</translation>
    </message>
    <message>
      <source>clause after made clear</source>
      <translation>proposition après « made clear »</translation>
    </message>
    <message>
      <source>clause around a reporting verb</source>
      <translation>proposition autour d’un verbe de parole</translation>
    </message>
    <message>
      <source>clause before a reporting verb</source>
      <translation>proposition avant un verbe de parole</translation>
    </message>
    <message>
      <source>clause with a colon before the quotation</source>
      <translation>proposition avec deux-points avant la citation</translation>
    </message>
    <message>
      <source>clause with words in quotation marks after a reporting verb</source>
      <translation>proposition avec des mots entre guillemets après un verbe de parole</translation>
    </message>
    <message>
      <source>clause with words in quotation marks around a reporting clause</source>
      <translation>proposition avec des mots entre guillemets autour d’une incise</translation>
    </message>
    <message>
      <source>clause with words in quotation marks before a reporting clause</source>
      <translation>proposition avec des mots entre guillemets avant une incise</translation>
    </message>
    <message>
      <source>column {0}</source>
      <translation>colonne {0}</translation>
    </message>
    <message>
      <source>comes back as nobody's</source>
      <translation>revient sans annotateur</translation>
    </message>
    <message>
      <source>comes back as text</source>
      <translation>revient comme texte</translation>
    </message>
    <message>
      <source>comes back as {0}</source>
      <translation>revient comme {0}</translation>
    </message>
    <message>
      <source>comes back with line feeds</source>
      <translation>revient avec des sauts de ligne simples</translation>
    </message>
    <message>
      <source>comments were left out</source>
      <translation>les commentaires ont été laissés de côté</translation>
    </message>
    <message>
      <source>covers no text</source>
      <translation>ne couvre pas de texte</translation>
    </message>
    <message>
      <source>declares a layer of a kind that is not known: “{0}”</source>
      <translation>déclare une couche d’un genre inconnu : « {0} »</translation>
    </message>
    <message>
      <source>deed after “committed to”</source>
      <translation>action après « committed to »</translation>
    </message>
    <message>
      <source>deed after “determined to”</source>
      <translation>action après « determined to »</translation>
    </message>
    <message>
      <source>deed in a list of measures</source>
      <translation>action dans une liste de mesures</translation>
    </message>
    <message>
      <source>deed that is ruled out</source>
      <translation>action exclue</translation>
    </message>
    <message>
      <source>deleted text of tracked changes was left out</source>
      <translation>le texte supprimé du suivi des modifications a été laissé de côté</translation>
    </message>
    <message>
      <source>does not begin with a line such as {0}3.3</source>
      <translation>ne commence pas par une ligne comme {0}3.3</translation>
    </message>
    <message>
      <source>endnotes were left out</source>
      <translation>les notes de fin ont été laissées de côté</translation>
    </message>
    <message>
      <source>ends before it starts: {0}-{1}</source>
      <translation>finit avant de commencer : {0}-{1}</translation>
    </message>
    <message>
      <source>entity {0}</source>
      <translation>entité {0}</translation>
    </message>
    <message>
      <source>events taken as spans, with a relation for each argument: {0}</source>
      <translation>événements pris comme passages, avec une relation pour chaque argument : {0}</translation>
    </message>
    <message>
      <source>exit code {0}</source>
      <translation>code de sortie {0}</translation>
    </message>
    <message>
      <source>footnotes were left out</source>
      <translation>les notes de bas de page ont été laissées de côté</translation>
    </message>
    <message>
      <source>forbidden characters replaced by U+FFFD</source>
      <translation>caractères interdits remplacés par U+FFFD</translation>
    </message>
    <message>
      <source>gainer of a pledge</source>
      <translation>bénéficiaire d’un engagement</translation>
    </message>
    <message>
      <source>gives a key to {0}, which is retired</source>
      <translation>donne une touche à {0}, qui est mis de côté</translation>
    </message>
    <message>
      <source>gives the key {0} to two labels</source>
      <translation>donne la touche {0} à deux étiquettes</translation>
    </message>
    <message>
      <source>gives {0} the key {1}, which is not one character</source>
      <translation>donne à {0} la touche {1}, qui n’est pas un seul caractère</translation>
    </message>
    <message>
      <source>goes past the text: {0}-{1} of {2} characters</source>
      <translation>dépasse le texte : {0}-{1} sur {2} caractères</translation>
    </message>
    <message>
      <source>has a DTD, which XMI has no use for: it may be an attack</source>
      <translation>a une DTD, inutile en XMI : ce peut être une attaque</translation>
    </message>
    <message>
      <source>has a default for {0} that {1}</source>
      <translation>a pour {0} une valeur par défaut qui {1}</translation>
    </message>
    <message>
      <source>has a group without a name</source>
      <translation>a un groupe sans nom</translation>
    </message>
    <message>
      <source>has a label without a name</source>
      <translation>a une étiquette sans nom</translation>
    </message>
    <message>
      <source>has a line {0} that is no token: “{1}”</source>
      <translation>a une ligne {0} qui n’est pas un token : « {1} »</translation>
    </message>
    <message>
      <source>has a relation type without a name</source>
      <translation>a un type de relation sans nom</translation>
    </message>
    <message>
      <source>has a sentence in line {0} that {1}</source>
      <translation>a à la ligne {0} une phrase qui {1}</translation>
    </message>
    <message>
      <source>has a token before the first {0} (line {1})</source>
      <translation>a un token avant le premier {0} (ligne {1})</translation>
    </message>
    <message>
      <source>has an attribute without a name</source>
      <translation>a un attribut sans nom</translation>
    </message>
    <message>
      <source>has an end on a layer that is left out, such as tokens: left out.</source>
      <translation>a un bout sur une couche qui est laissée de côté, comme les tokens : laissé de côté.</translation>
    </message>
    <message>
      <source>has fragments that overlap or are out of order at {0}</source>
      <translation>a des fragments qui se chevauchent ou sont en désordre à {0}</translation>
    </message>
    <message>
      <source>has no JSON after {0} (line {1}): {2}</source>
      <translation>n’a pas de JSON après {0} (ligne {1}) : {2}</translation>
    </message>
    <message>
      <source>has no choices for {0}</source>
      <translation>n’a pas de choix pour {0}</translation>
    </message>
    <message>
      <source>has no entries in it</source>
      <translation>ne contient aucune entrée</translation>
    </message>
    <message>
      <source>has no label</source>
      <translation>n’a aucune étiquette</translation>
    </message>
    <message>
      <source>has no text in it (no Sofa with a sofaString)</source>
      <translation>ne contient pas de texte (aucun Sofa avec un sofaString)</translation>
    </message>
    <message>
      <source>has no text in it (no uima.cas.Sofa with a sofaString)</source>
      <translation>ne contient pas de texte (aucun uima.cas.Sofa avec un sofaString)</translation>
    </message>
    <message>
      <source>has {0:n} cells in line {1}, and its head names {2} columns</source>
      <translation>a {0:n} cellules à la ligne {1}, et son en-tête nomme {2} colonnes</translation>
    </message>
    <message>
      <source>headline with a colon</source>
      <translation>titre avec deux-points</translation>
    </message>
    <message>
      <source>id, score or origin of a span or relation</source>
      <translation>identifiant, score ou origine d’un passage ou d’une relation</translation>
    </message>
    <message>
      <source>in doc.spans only</source>
      <translation>dans doc.spans seulement</translation>
    </message>
    <message>
      <source>in progress</source>
      <translation>en cours</translation>
    </message>
    <message>
      <source>in the view of a source</source>
      <translation>de l’avis d’une source</translation>
    </message>
    <message>
      <source>in {0:n} article</source>
      <translation>dans {0:n} article</translation>
    </message>
    <message>
      <source>in {0:n} articles</source>
      <translation>dans {0:n} articles</translation>
    </message>
    <message>
      <source>infinitive after a noun of promising</source>
      <translation>infinitif après un nom de promesse</translation>
    </message>
    <message>
      <source>infinitive after a noun of wanting or intending</source>
      <translation>infinitif après un nom de volonté ou d’intention</translation>
    </message>
    <message>
      <source>infinitive after a verb of promising</source>
      <translation>infinitif après un verbe de promesse</translation>
    </message>
    <message>
      <source>infinitive after a verb of wanting or intending</source>
      <translation>infinitif après un verbe de volonté ou d’intention</translation>
    </message>
    <message>
      <source>infinitive after an adjective of wanting</source>
      <translation>infinitif après un adjectif de volonté</translation>
    </message>
    <message>
      <source>is a file of another kind (such as PDF, Word or a picture), not text</source>
      <translation>est un fichier d’une autre sorte (PDF, Word ou image, par exemple), pas du texte</translation>
    </message>
    <message>
      <source>is damaged: {0}</source>
      <translation>est endommagé : {0}</translation>
    </message>
    <message>
      <source>is locked with a password</source>
      <translation>est verrouillé par un mot de passe</translation>
    </message>
    <message>
      <source>is neither true nor false</source>
      <translation>n’est ni vrai ni faux</translation>
    </message>
    <message>
      <source>is nested too deeply for XMI</source>
      <translation>est imbriqué trop profondément pour du XMI</translation>
    </message>
    <message>
      <source>is no RSS or Atom feed</source>
      <translation>n’est pas un flux RSS ou Atom</translation>
    </message>
    <message>
      <source>is no XMI: it begins with {0}</source>
      <translation>n’est pas du XMI : il commence par {0}</translation>
    </message>
    <message>
      <source>is no date such as 2026-11-24</source>
      <translation>n’est pas une date telle que 2026-11-24</translation>
    </message>
    <message>
      <source>is no number</source>
      <translation>n’est pas un nombre</translation>
    </message>
    <message>
      <source>is no text</source>
      <translation>n’est pas du texte</translation>
    </message>
    <message>
      <source>is none of {0}</source>
      <translation>n’est pas parmi {0}</translation>
    </message>
    <message>
      <source>is not in UTF-8: {0}</source>
      <translation>n’est pas en UTF-8 : {0}</translation>
    </message>
    <message>
      <source>is not in the encoding {0} ({1})</source>
      <translation>n’est pas dans l’encodage {0} ({1})</translation>
    </message>
    <message>
      <source>is not valid JSON in UTF-8: {0}</source>
      <translation>n’est pas du JSON valide en UTF-8 : {0}</translation>
    </message>
    <message>
      <source>is not well-formed XML: {0}</source>
      <translation>n’est pas du XML bien formé : {0}</translation>
    </message>
    <message>
      <source>is text in no encoding that is known</source>
      <translation>n’est du texte dans aucun encodage connu</translation>
    </message>
    <message>
      <source>it cannot be decoded ({0})</source>
      <translation>elle ne peut pas être décodée ({0})</translation>
    </message>
    <message>
      <source>it did not go out.</source>
      <translation>il n’est pas sorti.</translation>
    </message>
    <message>
      <source>it ends too early</source>
      <translation>il se termine trop tôt</translation>
    </message>
    <message>
      <source>it has a span that the project has not: {0} “{1}”</source>
      <translation>il a un passage que le projet n’a pas : {0} « {1} »</translation>
    </message>
    <message>
      <source>it has a text that was not exported, or twice: “{0}”</source>
      <translation>il a un texte qui n’a pas été exporté, ou deux fois : « {0} »</translation>
    </message>
    <message>
      <source>it has another number of spans than the project and the loss report say</source>
      <translation>son nombre de passages n’est pas celui du projet et du rapport de pertes</translation>
    </message>
    <message>
      <source>it has no end</source>
      <translation>il n’a pas de fin</translation>
    </message>
    <message>
      <source>it is no list of objects</source>
      <translation>ce n’est pas une liste d’objets</translation>
    </message>
    <message>
      <source>it is no object</source>
      <translation>ce n’est pas un objet</translation>
    </message>
    <message>
      <source>it is not there.</source>
      <translation>il n’y est pas.</translation>
    </message>
    <message>
      <source>it refers to the annotation {0}, which is not there</source>
      <translation>il renvoie à l’annotation {0}, qui n’est pas là</translation>
    </message>
    <message>
      <source>its disk cannot lock files</source>
      <translation>son disque ne sait pas verrouiller les fichiers</translation>
    </message>
    <message>
      <source>its message is left out: it may quote text)</source>
      <translation>son message est omis : il pourrait citer du texte)</translation>
    </message>
    <message>
      <source>its spaces are incomplete</source>
      <translation>ses espaces sont incomplètes</translation>
    </message>
    <message>
      <source>its text is another.</source>
      <translation>son texte est différent.</translation>
    </message>
    <message>
      <source>its tokens are incomplete</source>
      <translation>ses tokens sont incomplets</translation>
    </message>
    <message>
      <source>label of an article that doccano has no form for</source>
      <translation>étiquette d’article que doccano ne sait pas représenter</translation>
    </message>
    <message>
      <source>label that a column cannot hold</source>
      <translation>étiquette qu’une colonne ne peut pas contenir</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>laissé de côté</translation>
    </message>
    <message>
      <source>left out of the front matter: {0}</source>
      <translation>laissé de côté dans l’en-tête : {0}</translation>
    </message>
    <message>
      <source>left out, being no labels of an article here: {0}</source>
      <translation>laissé de côté, n’étant pas ici des étiquettes d’un article : {0}</translation>
    </message>
    <message>
      <source>left out, describing the language: {0}</source>
      <translation>laissé de côté, car décrivant la langue : {0}</translation>
    </message>
    <message>
      <source>left out, not being single values: {0}</source>
      <translation>laissé de côté, n’étant pas des valeurs simples : {0}</translation>
    </message>
    <message>
      <source>left out: {0}</source>
      <translation>laissé de côté : {0}</translation>
    </message>
    <message>
      <source>left out: {0} links to a knowledge base</source>
      <translation>laissé de côté : {0} renvois à une base de connaissances</translation>
    </message>
    <message>
      <source>lets the relation {0} use an unknown label {1}</source>
      <translation>fait utiliser à la relation {0} une étiquette inconnue {1}</translation>
    </message>
    <message>
      <source>letters that its code page does not have became U+FFFD</source>
      <translation>des lettres absentes de la page de codes sont devenues U+FFFD</translation>
    </message>
    <message>
      <source>line ends made LF</source>
      <translation>fins de ligne changées en LF</translation>
    </message>
    <message>
      <source>link {0}</source>
      <translation>lien {0}</translation>
    </message>
    <message>
      <source>lone surrogates replaced by U+FFFD</source>
      <translation>demi-codets isolés remplacés par U+FFFD</translation>
    </message>
    <message>
      <source>looks like a binary file, not text</source>
      <translation>a l’air d’un fichier binaire, pas de texte</translation>
    </message>
    <message>
      <source>maps {0} to an unknown label {1}</source>
      <translation>fait correspondre {0} à une étiquette inconnue {1}</translation>
    </message>
    <message>
      <source>mark {0}</source>
      <translation>marque {0}</translation>
    </message>
    <message>
      <source>metadata whose name doccano uses itself</source>
      <translation>métadonnée dont doccano emploie lui-même le nom</translation>
    </message>
    <message>
      <source>metadata {0}</source>
      <translation>métadonnée {0}</translation>
    </message>
    <message>
      <source>model run</source>
      <translation>passage du modèle</translation>
    </message>
    <message>
      <source>moved to {0}</source>
      <translation>déplacé à {0}</translation>
    </message>
    <message>
      <source>name in brackets after the quotation</source>
      <translation>nom entre parenthèses après la citation</translation>
    </message>
    <message>
      <source>name that brat cannot hold</source>
      <translation>nom que brat ne peut pas contenir</translation>
    </message>
    <message>
      <source>name with a colon before the quotation</source>
      <translation>nom avec deux-points avant la citation</translation>
    </message>
    <message>
      <source>name with a dash after the quotation</source>
      <translation>nom avec tiret après la citation</translation>
    </message>
    <message>
      <source>name, kind or version of an annotator left out</source>
      <translation>nom, genre ou version d’un annotateur laissé de côté</translation>
    </message>
    <message>
      <source>names both a label and a set {0}</source>
      <translation>nomme {0} une étiquette et un ensemble</translation>
    </message>
    <message>
      <source>names the group {0} twice</source>
      <translation>nomme deux fois le groupe {0}</translation>
    </message>
    <message>
      <source>names the label {0} twice</source>
      <translation>nomme deux fois l’étiquette {0}</translation>
    </message>
    <message>
      <source>names the relation type {0} twice</source>
      <translation>nomme deux fois le type de relation {0}</translation>
    </message>
    <message>
      <source>needs different choices for {0}</source>
      <translation>doit avoir des choix différents pour {0}</translation>
    </message>
    <message>
      <source>nested too deeply: the text after that was left out</source>
      <translation>imbrication trop profonde : le texte qui suit a été laissé de côté</translation>
    </message>
    <message>
      <source>nlp is {0}, not a spaCy pipeline</source>
      <translation>nlp est {0}, pas un pipeline spaCy</translation>
    </message>
    <message>
      <source>no main text was found: all that can be read was taken</source>
      <translation>aucun texte principal n’a été trouvé : tout ce qui peut être lu a été pris</translation>
    </message>
    <message>
      <source>nobody yet</source>
      <translation>encore personne</translation>
    </message>
    <message>
      <source>not shown</source>
      <translation>pas montré</translation>
    </message>
    <message>
      <source>note left out, since it may quote the text</source>
      <translation>note laissée de côté, car elle peut citer le texte</translation>
    </message>
    <message>
      <source>note on a span or relation</source>
      <translation>note sur un passage ou une relation</translation>
    </message>
    <message>
      <source>note whose line ends come back as line feeds</source>
      <translation>note dont les fins de ligne reviennent en sauts de ligne simples</translation>
    </message>
    <message>
      <source>note: {0}</source>
      <translation>note : {0}</translation>
    </message>
    <message>
      <source>noun phrase after a reporting verb</source>
      <translation>groupe nominal après un verbe de parole</translation>
    </message>
    <message>
      <source>object of a verb of promising</source>
      <translation>objet d’un verbe de promesse</translation>
    </message>
    <message>
      <source>of {0} “{1}”</source>
      <translation>de {0} « {1} »</translation>
    </message>
    <message>
      <source>offices named together</source>
      <translation>des fonctions nommées ensemble</translation>
    </message>
    <message>
      <source>offsets count each line end as one character</source>
      <translation>les positions comptent chaque fin de ligne comme un caractère</translation>
    </message>
    <message>
      <source>offsets taken as code points, for as UTF-16 units they do not fit the tokens</source>
      <translation>positions prises comme points de code, car en unités UTF-16 elles ne correspondent pas aux tokens</translation>
    </message>
    <message>
      <source>outlet {0}</source>
      <translation>média {0}</translation>
    </message>
    <message>
      <source>pages without text: {0}</source>
      <translation>pages sans texte : {0}</translation>
    </message>
    <message>
      <source>phrase after a noun of saying or thinking</source>
      <translation>groupe après un nom de parole ou de pensée</translation>
    </message>
    <message>
      <source>phrase after a reporting verb with a preposition</source>
      <translation>groupe après un verbe de parole à préposition</translation>
    </message>
    <message>
      <source>phrase after an adjective of thinking</source>
      <translation>groupe après un adjectif de pensée</translation>
    </message>
    <message>
      <source>pictures and their captions were left out</source>
      <translation>les images et leurs légendes ont été laissées de côté</translation>
    </message>
    <message>
      <source>proposal of a deed</source>
      <translation>proposition d’une action</translation>
    </message>
    <message>
      <source>puts an unknown label {0} into the set {1}</source>
      <translation>met une étiquette inconnue {0} dans l’ensemble {1}</translation>
    </message>
    <message>
      <source>puts the label {0} into an unknown group {1}</source>
      <translation>met l’étiquette {0} dans un groupe inconnu {1}</translation>
    </message>
    <message>
      <source>puts two attributes {0} on {1}</source>
      <translation>met deux attributs {0} sur {1}</translation>
    </message>
    <message>
      <source>puts {0} on an unknown {1}</source>
      <translation>met {0} sur un {1} inconnu</translation>
    </message>
    <message>
      <source>quotation after a sentence about who speaks</source>
      <translation>citation après une phrase sur son auteur</translation>
    </message>
    <message>
      <source>quotation after one by the same speaker</source>
      <translation>citation après une autre du même locuteur</translation>
    </message>
    <message>
      <source>quotation before a sentence about who speaks</source>
      <translation>citation avant une phrase sur son auteur</translation>
    </message>
    <message>
      <source>quotation in an article with one speaker</source>
      <translation>citation dans un article à un seul locuteur</translation>
    </message>
    <message>
      <source>quotation inside a quotation</source>
      <translation>citation dans une citation</translation>
    </message>
    <message>
      <source>quotation that goes on from the paragraph before</source>
      <translation>citation qui continue le paragraphe précédent</translation>
    </message>
    <message>
      <source>read as fragments of one span, for they share its id: pieces of {0:n} spans</source>
      <translation>lus comme fragments d’un seul passage, car ils en partagent l’identifiant : morceaux de {0:n} passages</translation>
    </message>
    <message>
      <source>read as {0}</source>
      <translation>lu en {0}</translation>
    </message>
    <message>
      <source>refusal of a deed</source>
      <translation>refus d’une action</translation>
    </message>
    <message>
      <source>rejected in Prodigy</source>
      <translation>rejeté dans Prodigy</translation>
    </message>
    <message>
      <source>relation between spans</source>
      <translation>relation entre passages</translation>
    </message>
    <message>
      <source>relation of which an end was left out</source>
      <translation>relation dont un bout a été laissé de côté</translation>
    </message>
    <message>
      <source>relation type</source>
      <translation>type de relation</translation>
    </message>
    <message>
      <source>relation {0}</source>
      <translation>relation {0}</translation>
    </message>
    <message>
      <source>repeated lines at the edges of pages left out: {0}</source>
      <translation>lignes répétées en bord de page laissées de côté : {0}</translation>
    </message>
    <message>
      <source>replaced by U+FFFD, from here on</source>
      <translation>remplacés par U+FFFD, à partir d’ici</translation>
    </message>
    <message>
      <source>reporting verb after the quotation</source>
      <translation>verbe de parole après la citation</translation>
    </message>
    <message>
      <source>reporting verb before the quotation</source>
      <translation>verbe de parole avant la citation</translation>
    </message>
    <message>
      <source>reporting verb in the passive</source>
      <translation>verbe de parole au passif</translation>
    </message>
    <message>
      <source>result {0}</source>
      <translation>résultat {0}</translation>
    </message>
    <message>
      <source>said that they will or would</source>
      <translation>a dit qu’il le fera ou le ferait</translation>
    </message>
    <message>
      <source>same name: {0} “{1}”</source>
      <translation>même nom : {0} « {1} »</translation>
    </message>
    <message>
      <source>score of a span or relation</source>
      <translation>score d’un passage ou d’une relation</translation>
    </message>
    <message>
      <source>sentence in quotation marks</source>
      <translation>phrase entre guillemets</translation>
    </message>
    <message>
      <source>set of {0}</source>
      <translation>jeu de {0}</translation>
    </message>
    <message>
      <source>set without spans</source>
      <translation>jeu sans passages</translation>
    </message>
    <message>
      <source>signal {0}</source>
      <translation>signal {0}</translation>
    </message>
    <message>
      <source>small angle</source>
      <translation>petit chevron</translation>
    </message>
    <message>
      <source>something follows the end of the list</source>
      <translation>quelque chose suit la fin de la liste</translation>
    </message>
    <message>
      <source>spaCy DocBin</source>
      <translation>spaCy DocBin</translation>
    </message>
    <message>
      <source>spaCy could not train on this: {0}</source>
      <translation>spaCy n’a pas pu s’entraîner là-dessus : {0}</translation>
    </message>
    <message>
      <source>spaCy has no tokenizer for the language “{0}” of the schema</source>
      <translation>spaCy n’a pas de tokeniseur pour la langue « {0} » du schéma</translation>
    </message>
    <message>
      <source>span in fragments</source>
      <translation>passage en fragments</translation>
    </message>
    <message>
      <source>span in fragments, written as one span a fragment</source>
      <translation>passage en fragments, écrit avec un passage par fragment</translation>
    </message>
    <message>
      <source>span in several fragments</source>
      <translation>passage en plusieurs fragments</translation>
    </message>
    <message>
      <source>span left out of doc.ents because it is in fragments; kept in doc.spans</source>
      <translation>passage écarté de doc.ents car en fragments ; gardé dans doc.spans</translation>
    </message>
    <message>
      <source>span left out of doc.ents for a longer or earlier one; kept in doc.spans</source>
      <translation>passage écarté de doc.ents pour un plus long ou plus tôt ; gardé dans doc.spans</translation>
    </message>
    <message>
      <source>span left out of doc.ents for its white space; kept in doc.spans</source>
      <translation>passage écarté de doc.ents à cause de ses espaces ; gardé dans doc.spans</translation>
    </message>
    <message>
      <source>span of a label that is not among the entities</source>
      <translation>passage d’une étiquette qui n’est pas parmi les entités</translation>
    </message>
    <message>
      <source>span of white space only, with its relations</source>
      <translation>passage fait seulement d’espaces, avec ses relations</translation>
    </message>
    <message>
      <source>span off token boundaries</source>
      <translation>passage hors des limites de tokens</translation>
    </message>
    <message>
      <source>span that begins or ends with white space</source>
      <translation>passage qui commence ou finit par des espaces</translation>
    </message>
    <message>
      <source>span that overlaps a longer or earlier one</source>
      <translation>passage qui en chevauche un plus long ou plus tôt</translation>
    </message>
    <message>
      <source>span whose white space beside a line end is not held as it was</source>
      <translation>passage dont les espaces près d’une fin de ligne ne sont pas gardées telles quelles</translation>
    </message>
    <message>
      <source>split it first</source>
      <translation>divisez-le d’abord</translation>
    </message>
    <message>
      <source>split it, or write it as JSON lines</source>
      <translation>divisez-le, ou écrivez-le en lignes JSON</translation>
    </message>
    <message>
      <source>status, article label, note or flag of a set</source>
      <translation>statut, étiquette d’article, note ou signalement d’un jeu</translation>
    </message>
    <message>
      <source>stopped; the next run goes on from here.</source>
      <translation>arrêtée ; la prochaine reprendra ici.</translation>
    </message>
    <message>
      <source>suggestion that a span or relation was accepted from</source>
      <translation>suggestion dont provient un passage ou une relation</translation>
    </message>
    <message>
      <source>text boxes were left out</source>
      <translation>les zones de texte ont été laissées de côté</translation>
    </message>
    <message>
      <source>text that a cell cannot hold</source>
      <translation>texte qu’une cellule ne peut pas contenir</translation>
    </message>
    <message>
      <source>text that a spreadsheet would take for a formula</source>
      <translation>texte qu’un tableur prendrait pour une formule</translation>
    </message>
    <message>
      <source>the article</source>
      <translation>l’article</translation>
    </message>
    <message>
      <source>the article “{0}” or its set is another</source>
      <translation>l’article « {0} » ou son jeu est différent</translation>
    </message>
    <message>
      <source>the feed's XML is damaged: some of it may be missing</source>
      <translation>le XML du flux est endommagé : il peut en manquer une partie</translation>
    </message>
    <message>
      <source>the heading of {0}</source>
      <translation>l’en-tête de {0}</translation>
    </message>
    <message>
      <source>the label this name has elsewhere in the article</source>
      <translation>l’étiquette que ce nom porte ailleurs dans l’article</translation>
    </message>
    <message>
      <source>the list has no end</source>
      <translation>la liste n’a pas de fin</translation>
    </message>
    <message>
      <source>the name is taken by another format</source>
      <translation>le nom est pris par un autre format</translation>
    </message>
    <message>
      <source>the set in its user data is not the project's</source>
      <translation>le jeu dans ses données n’est pas celui du projet</translation>
    </message>
    <message>
      <source>the suggested {0}</source>
      <translation>la suggestion {0}</translation>
    </message>
    <message>
      <source>the text was made of the tokens</source>
      <translation>le texte a été composé à partir des tokens</translation>
    </message>
    <message>
      <source>the {0} relation</source>
      <translation>la relation {0}</translation>
    </message>
    <message>
      <source>they are not there</source>
      <translation>ils ne sont pas là</translation>
    </message>
    <message>
      <source>they keep values of {0} that the schema lacks, such as {1}.</source>
      <translation>gardent des valeurs de {0} que le schéma n’a pas, telles que {1}.</translation>
    </message>
    <message>
      <source>they keep {0}, which is retired.</source>
      <translation>gardent {0}, mis de côté.</translation>
    </message>
    <message>
      <source>they stay {0}, retired, where the schema does not allow it any more.</source>
      <translation>restent {0}, mis de côté, là où le schéma ne le permet plus.</translation>
    </message>
    <message>
      <source>title or metadata of an article</source>
      <translation>titre ou métadonnées d’un article</translation>
    </message>
    <message>
      <source>too large to look for the main text: all that can be read was taken</source>
      <translation>trop grand pour chercher le texte principal : tout ce qui peut être lu a été pris</translation>
    </message>
    <message>
      <source>turn of a dialogue</source>
      <translation>réplique d’un dialogue</translation>
    </message>
    <message>
      <source>undo {0}</source>
      <translation>annuler {0}</translation>
    </message>
    <message>
      <source>user {0}</source>
      <translation>utilisateur {0}</translation>
    </message>
    <message>
      <source>uses the key {0} twice where {1} is selected</source>
      <translation>utilise deux fois la touche {0} là où {1} est sélectionné</translation>
    </message>
    <message>
      <source>uses the name {0} for two things</source>
      <translation>utilise le nom {0} pour deux choses</translation>
    </message>
    <message>
      <source>value that is no finite number</source>
      <translation>valeur qui n’est pas un nombre fini</translation>
    </message>
    <message>
      <source>verdict on a suggestion</source>
      <translation>verdict sur une suggestion</translation>
    </message>
    <message>
      <source>what a headline says somebody is to do</source>
      <translation>ce que quelqu’un doit faire selon un titre</translation>
    </message>
    <message>
      <source>what a plan calls for</source>
      <translation>ce que demande un plan</translation>
    </message>
    <message>
      <source>what a plan or promise is for</source>
      <translation>ce que vise un plan ou une promesse</translation>
    </message>
    <message>
      <source>what somebody is asked to do</source>
      <translation>ce que quelqu’un est prié de faire</translation>
    </message>
    <message>
      <source>what somebody or something is called</source>
      <translation>nom donné à quelqu’un ou à quelque chose</translation>
    </message>
    <message>
      <source>which led to</source>
      <translation>ce qui a mené à</translation>
    </message>
    <message>
      <source>white corner</source>
      <translation>crochet blanc</translation>
    </message>
    <message>
      <source>white space between tokens: the text comes back another</source>
      <translation>espaces entre les tokens : le texte revient différent</translation>
    </message>
    <message>
      <source>words divided at the end of a line joined: {0}</source>
      <translation>mots coupés en fin de ligne réunis : {0}</translation>
    </message>
    <message>
      <source>worker {0}</source>
      <translation>processus de travail {0}</translation>
    </message>
    <message>
      <source>written as tokens</source>
      <translation>écrit en tokens</translation>
    </message>
    <message>
      <source>written as {0:n} spans</source>
      <translation>écrit en {0:n} passages</translation>
    </message>
    <message>
      <source>written as {0}</source>
      <translation>écrit {0}</translation>
    </message>
    <message>
      <source>written with a target for each, which readers may take for several</source>
      <translation>écrit avec une cible pour chacun, ce que des lecteurs peuvent prendre pour plusieurs passages</translation>
    </message>
    <message>
      <source>written with an apostrophe in front</source>
      <translation>écrit avec une apostrophe devant</translation>
    </message>
    <message>
      <source>written without the white space</source>
      <translation>écrit sans ces espaces</translation>
    </message>
    <message>
      <source>written without {0:n} characters</source>
      <translation>écrit sans {0:n} caractères</translation>
    </message>
    <message>
      <source>{0:n} annotation set</source>
      <translation>{0:n} jeu d’annotations</translation>
    </message>
    <message>
      <source>{0:n} annotation set too</source>
      <translation>{0:n} jeu d’annotations aussi</translation>
    </message>
    <message>
      <source>{0:n} annotation sets</source>
      <translation>{0:n} jeux d’annotations</translation>
    </message>
    <message>
      <source>{0:n} annotation sets too</source>
      <translation>{0:n} jeux d’annotations aussi</translation>
    </message>
    <message>
      <source>{0:n} are in a language that no model reads</source>
      <translation>{0:n} sont dans une langue qu’aucun modèle ne lit</translation>
    </message>
    <message>
      <source>{0:n} are in a language that the model does not read</source>
      <translation>{0:n} sont dans une langue que le modèle ne lit pas</translation>
    </message>
    <message>
      <source>{0:n} article exported with {1}.</source>
      <translation>{0:n} article exporté avec {1}.</translation>
    </message>
    <message>
      <source>{0:n} article has no text</source>
      <translation>{0:n} article n’a pas de texte</translation>
    </message>
    <message>
      <source>{0:n} article imported</source>
      <translation>{0:n} article importé</translation>
    </message>
    <message>
      <source>{0:n} article joined to the text</source>
      <translation>{0:n} article joint au texte</translation>
    </message>
    <message>
      <source>{0:n} article was pre-highlighted</source>
      <translation>{0:n} article a été préannoté</translation>
    </message>
    <message>
      <source>{0:n} article with {1:n} span</source>
      <translation>{0:n} article avec {1:n} passage</translation>
    </message>
    <message>
      <source>{0:n} article with {1:n} spans</source>
      <translation>{0:n} article avec {1:n} passages</translation>
    </message>
    <message>
      <source>{0:n} article without a fitting set was left out</source>
      <translation>{0:n} article sans jeu d’annotations qui convienne a été laissé de côté</translation>
    </message>
    <message>
      <source>{0:n} articles exported with {1}.</source>
      <translation>{0:n} articles exportés avec {1}.</translation>
    </message>
    <message>
      <source>{0:n} articles have no text</source>
      <translation>{0:n} articles n’ont pas de texte</translation>
    </message>
    <message>
      <source>{0:n} articles imported</source>
      <translation>{0:n} articles importés</translation>
    </message>
    <message>
      <source>{0:n} articles joined to the text</source>
      <translation>{0:n} articles joints au texte</translation>
    </message>
    <message>
      <source>{0:n} articles were pre-highlighted</source>
      <translation>{0:n} articles ont été préannotés</translation>
    </message>
    <message>
      <source>{0:n} articles with {1:n} span</source>
      <translation>{0:n} articles avec {1:n} passage</translation>
    </message>
    <message>
      <source>{0:n} articles with {1:n} spans</source>
      <translation>{0:n} articles avec {1:n} passages</translation>
    </message>
    <message>
      <source>{0:n} articles without a fitting set were left out</source>
      <translation>{0:n} articles sans jeu d’annotations qui convienne ont été laissés de côté</translation>
    </message>
    <message>
      <source>{0:n} characters</source>
      <translation>{0:n} caractères</translation>
    </message>
    <message>
      <source>{0:n} characters after the last article's end.</source>
      <translation>{0:n} caractères après la fin du dernier article.</translation>
    </message>
    <message>
      <source>{0:n} drafts, which nobody has submitted, left out</source>
      <translation>{0:n} brouillons, que personne n’a soumis, laissés de côté</translation>
    </message>
    <message>
      <source>{0:n} failed</source>
      <translation>{0:n} en échec</translation>
    </message>
    <message>
      <source>{0:n} file could not be read</source>
      <translation>{0:n} fichier n’a pas pu être lu</translation>
    </message>
    <message>
      <source>{0:n} files could not be read</source>
      <translation>{0:n} fichiers n’ont pas pu être lus</translation>
    </message>
    <message>
      <source>{0:n} had its suggestions already.</source>
      <translation>{0:n} avaient déjà ses suggestions.</translation>
    </message>
    <message>
      <source>{0:n} is in a language that no model reads</source>
      <translation>{0:n} est dans une langue qu’aucun modèle ne lit</translation>
    </message>
    <message>
      <source>{0:n} is in a language that the model does not read</source>
      <translation>{0:n} est dans une langue que le modèle ne lit pas</translation>
    </message>
    <message>
      <source>{0:n} mention was</source>
      <translation>{0:n} mention</translation>
    </message>
    <message>
      <source>{0:n} mentions were</source>
      <translation>{0:n} mentions</translation>
    </message>
    <message>
      <source>{0:n} near-duplicate was skipped</source>
      <translation>{0:n} quasi-doublon a été laissé de côté</translation>
    </message>
    <message>
      <source>{0:n} near-duplicates were skipped</source>
      <translation>{0:n} quasi-doublons ont été laissés de côté</translation>
    </message>
    <message>
      <source>{0:n} of its bytes are missing</source>
      <translation>il lui manque {0:n} octets</translation>
    </message>
    <message>
      <source>{0:n} of its spans are not there, and it has {1:n} losses.</source>
      <translation>{0:n} de ses passages n’y sont pas, et il a {1:n} pertes.</translation>
    </message>
    <message>
      <source>{0:n} place was left out</source>
      <translation>{0:n} endroit a été laissé de côté</translation>
    </message>
    <message>
      <source>{0:n} places were left out</source>
      <translation>{0:n} endroits ont été laissés de côté</translation>
    </message>
    <message>
      <source>{0:n} relation</source>
      <translation>{0:n} relation</translation>
    </message>
    <message>
      <source>{0:n} relations</source>
      <translation>{0:n} relations</translation>
    </message>
    <message>
      <source>{0:n} relations that a {1} cannot have were removed.</source>
      <translation>{0:n} relations que {1} ne peut pas avoir ont été retirées.</translation>
    </message>
    <message>
      <source>{0:n} set</source>
      <translation>{0:n} jeu d’annotations</translation>
    </message>
    <message>
      <source>{0:n} sets</source>
      <translation>{0:n} jeux d’annotations</translation>
    </message>
    <message>
      <source>{0:n} span</source>
      <translation>{0:n} passage</translation>
    </message>
    <message>
      <source>{0:n} spans</source>
      <translation>{0:n} passages</translation>
    </message>
    <message>
      <source>{0:n} steps done again</source>
      <translation>{0:n} étapes rétablies</translation>
    </message>
    <message>
      <source>{0:n} steps undone</source>
      <translation>{0:n} étapes annulées</translation>
    </message>
    <message>
      <source>{0:n} suggestion was rejected.</source>
      <translation>{0:n} suggestion a été rejetée.</translation>
    </message>
    <message>
      <source>{0:n} suggestions were rejected.</source>
      <translation>{0:n} suggestions ont été rejetées.</translation>
    </message>
    <message>
      <source>{0:n} suggestions{1}</source>
      <translation>{0:n} suggestions{1}</translation>
    </message>
    <message>
      <source>{0:n} suggestion{1}</source>
      <translation>{0:n} suggestion{1}</translation>
    </message>
    <message>
      <source>{0:n} was in the project already</source>
      <translation>{0:n} était déjà dans le projet</translation>
    </message>
    <message>
      <source>{0:n} were in the project already</source>
      <translation>{0:n} étaient déjà dans le projet</translation>
    </message>
    <message>
      <source>{0} And {1} more.</source>
      <translation>{0} Et {1} de plus.</translation>
    </message>
    <message>
      <source>{0} Export it again, or leave out sha256 and sets.</source>
      <translation>{0} Exportez-le de nouveau, ou omettez sha256 et sets.</translation>
    </message>
    <message>
      <source>{0} Export it from spaCy again.</source>
      <translation>{0} Exportez-le de nouveau depuis spaCy.</translation>
    </message>
    <message>
      <source>{0} Import it as --format docx or rtf, or export it again.</source>
      <translation>{0} Importez-le avec --format docx ou rtf, ou exportez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} Import it as --format html or rtf, or export it again.</source>
      <translation>{0} Importez-le avec --format html ou rtf, ou exportez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} Install it, or name another.</source>
      <translation>{0} Installez-le ou nommez-en un autre.</translation>
    </message>
    <message>
      <source>{0} It is shown for reading only.</source>
      <translation>{0} Il est montré en lecture seule.</translation>
    </message>
    <message>
      <source>{0} It was not unpacked.</source>
      <translation>{0} Il n’a pas été décompressé.</translation>
    </message>
    <message>
      <source>{0} Mend or remove it and import again.</source>
      <translation>{0} Corrigez-la ou retirez-la et importez de nouveau.</translation>
    </message>
    <message>
      <source>{0} Name one of them.</source>
      <translation>{0} Nommez l’une d’elles.</translation>
    </message>
    <message>
      <source>{0} Name other statuses with --status, or a model's set.</source>
      <translation>{0} Nommez d’autres états avec --status, ou le jeu d’un modèle.</translation>
    </message>
    <message>
      <source>{0} Name whose with --annotator, or under Sets in the window.</source>
      <translation>{0} Nommez l’annotateur avec --annotator, ou sous « Jeux d’annotations » dans la fenêtre.</translation>
    </message>
    <message>
      <source>{0} Open it in a spreadsheet program and save it again.</source>
      <translation>{0} Ouvrez-le dans un tableur et enregistrez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} Put a line {1} between articles.</source>
      <translation>{0} Mettez une ligne {1} entre les articles.</translation>
    </message>
    <message>
      <source>{0} Remove them, or save the sheet as CSV.</source>
      <translation>{0} Retirez-les, ou enregistrez la feuille en CSV.</translation>
    </message>
    <message>
      <source>{0} Run annotator check on the project.</source>
      <translation>{0} Lancez annotator check sur le projet.</translation>
    </message>
    <message>
      <source>{0} Split it first.</source>
      <translation>{0} Divisez-le d’abord.</translation>
    </message>
    <message>
      <source>{0} Type it again.</source>
      <translation>{0} Retapez-la.</translation>
    </message>
    <message>
      <source>{0} Write it again with smaller row groups.</source>
      <translation>{0} Écrivez-le de nouveau avec des groupes de lignes plus petits.</translation>
    </message>
    <message>
      <source>{0} Write it again.</source>
      <translation>{0} Écrivez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} and import it again.</source>
      <translation>{0} et importez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} articles are not in it</source>
      <translation>{0} articles n’y sont pas</translation>
    </message>
    <message>
      <source>{0} articles cannot be found by search.</source>
      <translation>{0} articles sont introuvables par la recherche.</translation>
    </message>
    <message>
      <source>{0} articles that are gone are still in the search.</source>
      <translation>{0} articles disparus sont encore dans la recherche.</translation>
    </message>
    <message>
      <source>{0} becomes {1}</source>
      <translation>{0} devient {1}</translation>
    </message>
    <message>
      <source>{0} becomes {1}.</source>
      <translation>{0} devient {1}.</translation>
    </message>
    <message>
      <source>{0} by {1}</source>
      <translation>{0} par {1}</translation>
    </message>
    <message>
      <source>{0} cannot be held against itself: name two annotators.</source>
      <translation>{0} ne peut pas être comparé à lui-même : nommez deux annotateurs.</translation>
    </message>
    <message>
      <source>{0} cannot be made a schema. {1}</source>
      <translation>{0} ne peut pas devenir un schéma. {1}</translation>
    </message>
    <message>
      <source>{0} cannot be made in {1}: {2}.</source>
      <translation>{0} ne peut pas être créé dans {1} : {2}.</translation>
    </message>
    <message>
      <source>{0} cannot be opened: check that its folder exists and may be written.</source>
      <translation>{0} ne peut pas être ouvert : vérifiez que son dossier existe et qu’on peut y écrire.</translation>
    </message>
    <message>
      <source>{0} cannot be read again ({1}: {2}). Export again.</source>
      <translation>{0} ne peut pas être relu ({1} : {2}). Exportez de nouveau.</translation>
    </message>
    <message>
      <source>{0} cannot be read: {1}.</source>
      <translation>{0} ne peut pas être lu : {1}.</translation>
    </message>
    <message>
      <source>{0} cannot be restored: {1}.</source>
      <translation>{0} ne peut pas être restauré : {1}.</translation>
    </message>
    <message>
      <source>{0} cannot be unpacked ({1}). Pack the archive again.</source>
      <translation>{0} ne peut pas être décompressé ({1}). Refaites l’archive.</translation>
    </message>
    <message>
      <source>{0} cannot be written: no lock can be taken in its folder ({1}).</source>
      <translation>{0} ne peut pas être écrit : aucun verrou ne peut être pris dans son dossier ({1}).</translation>
    </message>
    <message>
      <source>{0} cannot be written: the file is read-only.</source>
      <translation>{0} ne peut pas être écrit : le fichier est en lecture seule.</translation>
    </message>
    <message>
      <source>{0} cannot be written: the file or its folder is read-only.</source>
      <translation>{0} ne peut pas être écrit : le fichier ou son dossier est en lecture seule.</translation>
    </message>
    <message>
      <source>{0} cannot be written: {1}.</source>
      <translation>{0} ne peut pas être écrit : {1}.</translation>
    </message>
    <message>
      <source>{0} cannot be written: {1}. Choose another place, or mend that and export again.</source>
      <translation>{0} ne peut pas être écrit : {1}. Choisissez un autre endroit, ou corrigez cela et exportez de nouveau.</translation>
    </message>
    <message>
      <source>{0} cannot become symmetric: {1:n} pairs of spans are linked by it both ways.</source>
      <translation>{0} ne peut pas devenir symétrique : {1:n} paires de passages sont reliées par elle dans les deux sens.</translation>
    </message>
    <message>
      <source>{0} could not be used: {1}.</source>
      <translation>{0} n’a pas pu être utilisé : {1}.</translation>
    </message>
    <message>
      <source>{0} declares entities, which a feed does not need and can do harm: remove them first.</source>
      <translation>{0} déclare des entités XML, dont un flux n’a pas besoin et qui peuvent nuire : retirez-les d’abord.</translation>
    </message>
    <message>
      <source>{0} declares entities, which news does not need and can do harm: remove them first.</source>
      <translation>{0} déclare des entités XML, dont une dépêche n’a pas besoin et qui peuvent nuire : retirez-les d’abord.</translation>
    </message>
    <message>
      <source>{0} did not go out so.</source>
      <translation>{0} n’est pas sorti ainsi.</translation>
    </message>
    <message>
      <source>{0} does not match the article, which has “{1}” at {2}-{3}.</source>
      <translation>{0} ne correspond pas à l’article, qui a « {1} » à {2}-{3}.</translation>
    </message>
    <message>
      <source>{0} does not quote the text that it covers.</source>
      <translation>{0} ne cite pas le texte qu’il couvre.</translation>
    </message>
    <message>
      <source>{0} ends neither in .csv nor in .xlsx: choose one of them.</source>
      <translation>{0} ne se termine ni par .csv ni par .xlsx : choisissez l’un des deux.</translation>
    </message>
    <message>
      <source>{0} exists already: open it, or choose another name.</source>
      <translation>{0} existe déjà : ouvrez-le ou choisissez un autre nom.</translation>
    </message>
    <message>
      <source>{0} has a row group of {1:n} bytes, more than {2:n}.</source>
      <translation>{0} a un groupe de lignes de {1:n} octets, plus que {2:n}.</translation>
    </message>
    <message>
      <source>{0} has a row of more than {1:n} characters: is a quotation mark left open?</source>
      <translation>{0} a une ligne de plus de {1:n} caractères : un guillemet est-il resté ouvert ?</translation>
    </message>
    <message>
      <source>{0} has annotated “{1}” differently in the project; that was kept.</source>
      <translation>{0} a annoté « {1} » autrement dans le projet ; c’est cela qui a été gardé.</translation>
    </message>
    <message>
      <source>{0} has cells far beyond the last row or column that it can need.</source>
      <translation>{0} a des cellules bien au-delà de la dernière ligne ou colonne utile.</translation>
    </message>
    <message>
      <source>{0} has more in it than went out. Export again.</source>
      <translation>{0} contient plus que ce qui a été exporté. Exportez de nouveau.</translation>
    </message>
    <message>
      <source>{0} has more than {1:n} bytes for one item, too much for an article.</source>
      <translation>{0} a plus de {1:n} octets pour un seul élément, trop pour un article.</translation>
    </message>
    <message>
      <source>{0} has no article in it that ends with “Document” and a number, as Factiva's do.</source>
      <translation>{0} ne contient aucun article qui finisse par « Document » et un numéro, comme ceux de Factiva.</translation>
    </message>
    <message>
      <source>{0} has no column that is known to hold the text.</source>
      <translation>{0} n’a pas de colonne connue pour contenir le texte.</translation>
    </message>
    <message>
      <source>{0} has no column “{1}” for the text. Its columns are: {2}.</source>
      <translation>{0} n’a pas de colonne « {1} » pour le texte. Ses colonnes sont : {2}.</translation>
    </message>
    <message>
      <source>{0} has no news items in it. {1}</source>
      <translation>{0} ne contient aucun élément d’actualité. {1}</translation>
    </message>
    <message>
      <source>{0} has no news items in it: there is nothing to import.</source>
      <translation>{0} ne contient aucun élément d’actualité : il n’y a rien à importer.</translation>
    </message>
    <message>
      <source>{0} has no row below its heading: there is nothing to import.</source>
      <translation>{0} n’a aucune ligne sous son en-tête : il n’y a rien à importer.</translation>
    </message>
    <message>
      <source>{0} has no rows: there is nothing to import.</source>
      <translation>{0} n’a aucune ligne : il n’y a rien à importer.</translation>
    </message>
    <message>
      <source>{0} has no sheet with rows in it: there is nothing to import.</source>
      <translation>{0} n’a aucune feuille qui contienne des lignes : il n’y a rien à importer.</translation>
    </message>
    <message>
      <source>{0} has no tasks in it: there is nothing to import.</source>
      <translation>{0} ne contient aucune tâche : il n’y a rien à importer.</translation>
    </message>
    <message>
      <source>{0} has no text beside it: {1}{2} is missing.</source>
      <translation>{0} n’a pas de texte à côté de lui : {1}{2} manque.</translation>
    </message>
    <message>
      <source>{0} has no text called “{1}”, only {2}: name the key that holds the text.</source>
      <translation>{0} n’a pas de texte nommé « {1} », seulement {2} : nommez la clé qui contient le texte.</translation>
    </message>
    <message>
      <source>{0} has no text in it: there is nothing to import.</source>
      <translation>{0} ne contient pas de texte : il n’y a rien à importer.</translation>
    </message>
    <message>
      <source>{0} has no text layer, only pictures of its pages: run it through text recognition (OCR)</source>
      <translation>{0} n’a pas de couche de texte, seulement des images de ses pages : passez-le à la reconnaissance de texte (OCR)</translation>
    </message>
    <message>
      <source>{0} has no tokens in it: there is nothing to import.</source>
      <translation>{0} ne contient pas de tokens : il n’y a rien à importer.</translation>
    </message>
    <message>
      <source>{0} has no “End of Document” in it, with which Nexis ends each article.</source>
      <translation>{0} ne contient aucun « End of Document », par quoi Nexis termine chaque article.</translation>
    </message>
    <message>
      <source>{0} has no “data”: export from Label Studio as JSON, not as JSON-MIN or another format.</source>
      <translation>{0} n’a pas de « data » : exportez de Label Studio en JSON, et non en JSON-MIN ou dans un autre format.</translation>
    </message>
    <message>
      <source>{0} has no “{1}”, only {2}: name the key that holds the text.</source>
      <translation>{0} n’a pas de « {1} », seulement {2} : nommez la clé qui contient le texte.</translation>
    </message>
    <message>
      <source>{0} has the format {1}, and this program knows up to {2}: update the program.</source>
      <translation>{0} a le format {1}, et ce programme connaît jusqu’à {2} : mettez le programme à jour.</translation>
    </message>
    <message>
      <source>{0} has the format “{1}”: this program knows {2}.</source>
      <translation>{0} a le format « {1} » : ce programme connaît {2}.</translation>
    </message>
    <message>
      <source>{0} has {1:n} bytes, too much for one file (at most {2:n}): {3}.</source>
      <translation>{0} compte {1:n} octets, trop pour un seul fichier (au plus {2:n}) : {3}.</translation>
    </message>
    <message>
      <source>{0} has {1:n} columns, more than {2:n}: is it a table?</source>
      <translation>{0} a {1:n} colonnes, plus que {2:n} : est-ce un tableau ?</translation>
    </message>
    <message>
      <source>{0} has {1:n} files in it, more than {2:n}: split it first.</source>
      <translation>{0} contient {1:n} fichiers, plus que {2:n} : divisez-la d’abord.</translation>
    </message>
    <message>
      <source>{0} has {1:n} pages, at most {2:n} can be read: split it.</source>
      <translation>{0} a {1:n} pages, {2:n} au plus peuvent être lues : divisez-le.</translation>
    </message>
    <message>
      <source>{0} has {1:n} values on {2}, and one is possible.</source>
      <translation>{0} a {1:n} valeurs sur {2}, et une seule est possible.</translation>
    </message>
    <message>
      <source>{0} holds more than {1:n} bytes: save its docs as several files of a folder.</source>
      <translation>{0} contient plus de {1:n} octets : enregistrez ses docs en plusieurs fichiers d’un dossier.</translation>
    </message>
    <message>
      <source>{0} holds more than {1:n} files: split it first.</source>
      <translation>{0} contient plus de {1:n} fichiers : divisez-le d’abord.</translation>
    </message>
    <message>
      <source>{0} holds neither a list nor an object, so no article.</source>
      <translation>{0} ne contient ni liste ni objet, donc aucun article.</translation>
    </message>
    <message>
      <source>{0} holds no object, so no article: there is nothing to import.</source>
      <translation>{0} ne contient aucun objet, donc aucun article : il n’y a rien à importer.</translation>
    </message>
    <message>
      <source>{0} in the set of {1}</source>
      <translation>{0} dans le jeu de {1}</translation>
    </message>
    <message>
      <source>{0} is a folder that this program did not write: choose another name, or empty it first.</source>
      <translation>{0} est un dossier que ce programme n’a pas écrit : choisissez un autre nom ou videz-le d’abord.</translation>
    </message>
    <message>
      <source>{0} is a folder without .spacy files: there is nothing to import.</source>
      <translation>{0} est un dossier sans fichiers .spacy : il n’y a rien à importer.</translation>
    </message>
    <message>
      <source>{0} is an archive without {1} files in it: is it of another format?</source>
      <translation>{0} est une archive sans fichier {1} : est-elle d’un autre format ?</translation>
    </message>
    <message>
      <source>{0} is damaged and cannot be read as PDF: {1}. Save it again with another program.</source>
      <translation>{0} est endommagé et ne peut pas être lu comme PDF : {1}. Enregistrez-le de nouveau avec un autre programme.</translation>
    </message>
    <message>
      <source>{0} is damaged and cannot be read as a feed ({1}). Save it again.</source>
      <translation>{0} est endommagé et ne peut pas être lu comme flux ({1}). Enregistrez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} is damaged and cannot be read as rich text ({1}). Open it in Word and save it again.</source>
      <translation>{0} est endommagé et ne peut pas être lu comme texte enrichi ({1}). Ouvrez-le dans Word et enregistrez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} is damaged and too large to be mended ({1}). Save it again.</source>
      <translation>{0} est endommagé et trop grand pour être réparé ({1}). Enregistrez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} is damaged, or no Word document (.docx): {1}. Save it again in Word.</source>
      <translation>{0} est endommagé, ou n’est pas un document Word (.docx) : {1}. Enregistrez-le de nouveau dans Word.</translation>
    </message>
    <message>
      <source>{0} is damaged, or no XML: {1}. Get the file again, or mend it.</source>
      <translation>{0} est endommagé, ou n’est pas du XML : {1}. Procurez-vous de nouveau le fichier, ou corrigez-le.</translation>
    </message>
    <message>
      <source>{0} is damaged. Put back a backup with: annotator restore {1}</source>
      <translation>{0} est endommagé. Restaurez une sauvegarde avec : annotator restore {1}</translation>
    </message>
    <message>
      <source>{0} is damaged: {1}. {2}</source>
      <translation>{0} est endommagé : {1}. {2}</translation>
    </message>
    <message>
      <source>{0} is empty: nobody has annotated it</source>
      <translation>{0} est vide : personne ne l’a annoté</translation>
    </message>
    <message>
      <source>{0} is empty: there is nothing to import.</source>
      <translation>{0} est vide : il n’y a rien à importer.</translation>
    </message>
    <message>
      <source>{0} is in an encoding that XML cannot be read in ({1}): save it as UTF-8.</source>
      <translation>{0} est dans un encodage dans lequel le XML ne peut pas être lu ({1}) : enregistrez-le en UTF-8.</translation>
    </message>
    <message>
      <source>{0} is in the archive twice; the first was taken.</source>
      <translation>{0} est deux fois dans l’archive ; le premier a été pris.</translation>
    </message>
    <message>
      <source>{0} is in use by another program. Close it there and repeat.</source>
      <translation>{0} est utilisé par un autre programme. Fermez-le là-bas et recommencez.</translation>
    </message>
    <message>
      <source>{0} is larger than {1:n} bytes, too much for one article: split it first.</source>
      <translation>{0} dépasse {1:n} octets, trop pour un seul article : divisez-le d’abord.</translation>
    </message>
    <message>
      <source>{0} is neither a Word document nor rich text, which an archive exports: export it again.</source>
      <translation>{0} n’est ni un document Word ni du texte enrichi, comme en exporte une archive : exportez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} is nested too deeply for a feed: remove that first.</source>
      <translation>{0} est imbriqué trop profondément pour un flux : corrigez cela d’abord.</translation>
    </message>
    <message>
      <source>{0} is nested too deeply for news: get the file again, or mend it.</source>
      <translation>{0} est imbriqué trop profondément pour une dépêche : procurez-vous de nouveau le fichier, ou corrigez-le.</translation>
    </message>
    <message>
      <source>{0} is nested too deeply to be read: open it in Word and save it again.</source>
      <translation>{0} est imbriqué trop profondément pour être lu : ouvrez-le dans Word et enregistrez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} is nested too deeply.</source>
      <translation>{0} est imbriqué trop profondément.</translation>
    </message>
    <message>
      <source>{0} is nested too deeply: is it a list of articles?</source>
      <translation>{0} est imbriqué trop profondément : est-ce une liste d’articles ?</translation>
    </message>
    <message>
      <source>{0} is nested too deeply: is it ninjs?</source>
      <translation>{0} est imbriqué trop profondément : est-ce du ninjs ?</translation>
    </message>
    <message>
      <source>{0} is nested too deeply: is it one article a line?</source>
      <translation>{0} est imbriqué trop profondément : est-ce bien un article par ligne ?</translation>
    </message>
    <message>
      <source>{0} is no NITF: no element in it is called nitf.</source>
      <translation>{0} n’est pas du NITF : aucun élément ne s’y appelle nitf.</translation>
    </message>
    <message>
      <source>{0} is no PDF, or damaged at its beginning. Save it again.</source>
      <translation>{0} n’est pas un PDF, ou il est endommagé à son début. Enregistrez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} is no XLSX file ({1}). An older XLS file must be saved as XLSX first.</source>
      <translation>{0} n’est pas un fichier XLSX ({1}). Un ancien fichier XLS doit d’abord être enregistré en XLSX.</translation>
    </message>
    <message>
      <source>{0} is no label with the start and end of its text.</source>
      <translation>{0} n’est pas une étiquette avec le début et la fin de son texte.</translation>
    </message>
    <message>
      <source>{0} is no number</source>
      <translation>{0} n’est pas un nombre</translation>
    </message>
    <message>
      <source>{0} is no readable Parquet file ({1}: {2}).</source>
      <translation>{0} n’est pas un fichier Parquet lisible ({1} : {2}).</translation>
    </message>
    <message>
      <source>{0} is no readable XLSX file ({1}: {2}).</source>
      <translation>{0} n’est pas un fichier XLSX lisible ({1} : {2}).</translation>
    </message>
    <message>
      <source>{0} is no row of a table: {1}. Mend it and import again.</source>
      <translation>{0} n’est pas une ligne de tableau : {1}. Corrigez et importez de nouveau.</translation>
    </message>
    <message>
      <source>{0} is no spaCy DocBin, or is damaged ({1}: {2}).</source>
      <translation>{0} n’est pas un DocBin de spaCy, ou il est endommagé ({1} : {2}).</translation>
    </message>
    <message>
      <source>{0} is no stand-off row: {1}. Give a file that was exported with --without-text.</source>
      <translation>{0} n’est pas une ligne déportée : {1}. Donnez un fichier exporté avec --without-text.</translation>
    </message>
    <message>
      <source>{0} is no zip archive, or a damaged one ({1}).</source>
      <translation>{0} n’est pas une archive zip, ou elle est endommagée ({1}).</translation>
    </message>
    <message>
      <source>{0} is no {1}</source>
      <translation>{0} n’est pas un {1}</translation>
    </message>
    <message>
      <source>{0} is not a project of this program.</source>
      <translation>{0} n’est pas un projet de ce programme.</translation>
    </message>
    <message>
      <source>{0} is not as expected: {1}.</source>
      <translation>{0} n’est pas comme attendu : {1}.</translation>
    </message>
    <message>
      <source>{0} is not in the encoding {1}: save it as UTF-8 and import it again.</source>
      <translation>{0} n’est pas dans l’encodage {1} : enregistrez-le en UTF-8 et importez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} is not there.</source>
      <translation>{0} n’y est pas.</translation>
    </message>
    <message>
      <source>{0} is not valid JSON in UTF-8: {1}. Mend or remove the line and import again.</source>
      <translation>{0} n’est pas du JSON valide en UTF-8 : {1}. Corrigez ou retirez la ligne et importez de nouveau.</translation>
    </message>
    <message>
      <source>{0} is not valid JSON: {1}. Mend it and import it again.</source>
      <translation>{0} n’est pas du JSON valide : {1}. Corrigez-le et importez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} is not valid JSON: {1}. Mend or remove it and import again.</source>
      <translation>{0} n’est pas du JSON valide : {1}. Corrigez-le ou retirez-le et importez de nouveau.</translation>
    </message>
    <message>
      <source>{0} is not what was exported: {1}. Export again.</source>
      <translation>{0} n’est pas ce qui a été exporté : {1}. Exportez de nouveau.</translation>
    </message>
    <message>
      <source>{0} is not what went out: see {1}. Export again.</source>
      <translation>{0} n’est pas ce qui a été exporté : voyez {1}. Exportez de nouveau.</translation>
    </message>
    <message>
      <source>{0} is of a newer format: update the program.</source>
      <translation>{0} est d’un format plus récent : mettez le programme à jour.</translation>
    </message>
    <message>
      <source>{0} is of an older version: open it once for writing, so that it is brought up to date.</source>
      <translation>{0} est d’une version plus ancienne : ouvrez-le une fois en écriture pour qu’il soit mis à jour.</translation>
    </message>
    <message>
      <source>{0} is open for reading only, and a division into parts is kept in it</source>
      <translation>{0} est ouvert en lecture seule, et une répartition en parties y est conservée</translation>
    </message>
    <message>
      <source>{0} is open for reading only; nothing was changed.</source>
      <translation>{0} est ouvert en lecture seule ; rien n’a été changé.</translation>
    </message>
    <message>
      <source>{0} is open for writing in another window or command. Close it there first.</source>
      <translation>{0} est ouvert en écriture dans une autre fenêtre ou commande. Fermez-le d’abord là-bas.</translation>
    </message>
    <message>
      <source>{0} is protected by a password: save it without one and import it again.</source>
      <translation>{0} est protégé par un mot de passe : enregistrez-le sans mot de passe et importez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} is the project itself: choose another name for the export.</source>
      <translation>{0} est le projet lui-même : choisissez un autre nom pour l’exportation.</translation>
    </message>
    <message>
      <source>{0} is there already and holds no trained pipeline: choose another name.</source>
      <translation>{0} existe déjà et ne contient pas de pipeline entraîné : choisissez un autre nom.</translation>
    </message>
    <message>
      <source>{0} may be any of {1}: name the format.</source>
      <translation>{0} peut être l’un de {1} : nommez le format.</translation>
    </message>
    <message>
      <source>{0} means the same both ways: there is nothing to reverse.</source>
      <translation>{0} dit la même chose dans les deux sens : il n’y a rien à inverser.</translation>
    </message>
    <message>
      <source>{0} names no entity and no event: is it brat's annotation.conf?</source>
      <translation>{0} ne nomme ni entité ni événement : est-ce le fichier annotation.conf de brat ?</translation>
    </message>
    <message>
      <source>{0} needs a password: unpack the archive and import the folder.</source>
      <translation>{0} demande un mot de passe : décompressez l’archive et importez le dossier.</translation>
    </message>
    <message>
      <source>{0} of its spans are moved or missing, and the loss report names another number</source>
      <translation>{0} de ses passages sont déplacés ou manquent, et le rapport des pertes nomme un autre nombre</translation>
    </message>
    <message>
      <source>{0} of {1:n} annotator</source>
      <translation>{0} de {1:n} annotateur</translation>
    </message>
    <message>
      <source>{0} of {1:n} annotators</source>
      <translation>{0} de {1:n} annotateurs</translation>
    </message>
    <message>
      <source>{0} of {1} names something that is not in {2}.</source>
      <translation>{0} de {1} nomme quelque chose qui n’est pas dans {2}.</translation>
    </message>
    <message>
      <source>{0} or {1}</source>
      <translation>{0} ou {1}</translation>
    </message>
    <message>
      <source>{0} suggested {1:n} span in {2:n} article.</source>
      <translation>{0} a suggéré {1:n} passage dans {2:n} article.</translation>
    </message>
    <message>
      <source>{0} suggested {1:n} span in {2:n} articles.</source>
      <translation>{0} a suggéré {1:n} passage dans {2:n} articles.</translation>
    </message>
    <message>
      <source>{0} suggested {1:n} spans in {2:n} article.</source>
      <translation>{0} a suggéré {1:n} passages dans {2:n} article.</translation>
    </message>
    <message>
      <source>{0} suggested {1:n} spans in {2:n} articles.</source>
      <translation>{0} a suggéré {1:n} passages dans {2:n} articles.</translation>
    </message>
    <message>
      <source>{0} takes longer than {1} seconds to read: save its text as another format.</source>
      <translation>{0} demande plus de {1} secondes de lecture : enregistrez son texte dans un autre format.</translation>
    </message>
    <message>
      <source>{0} the library {1} is needed: pip install {2}.</source>
      <translation>{0}, il faut la bibliothèque {1} : pip install {2}.</translation>
    </message>
    <message>
      <source>{0} unpacks to far more than its size: it is not what it seems.</source>
      <translation>{0} donne bien plus que sa taille une fois décompressé : ce n’est pas ce qu’il paraît.</translation>
    </message>
    <message>
      <source>{0} unpacks to more than {1:n} bytes: unpack and split it first.</source>
      <translation>{0} donne plus de {1:n} octets une fois décompressé : décompressez-le et divisez-le d’abord.</translation>
    </message>
    <message>
      <source>{0} unpacks to {1:n} bytes, more than {2:n}: save the sheet as CSV and import that.</source>
      <translation>{0} donne {1:n} octets une fois décompressé, plus que {2:n} : enregistrez la feuille en CSV et importez celle-ci.</translation>
    </message>
    <message>
      <source>{0} was made by a newer version of this program: install that version to open it.</source>
      <translation>{0} a été créé par une version plus récente de ce programme : installez cette version pour l’ouvrir.</translation>
    </message>
    <message>
      <source>{0} while reading this article: it stays without suggestions and can be marked by hand.</source>
      <translation>{0} pendant la lecture de cet article : il reste sans suggestions et peut être annoté à la main.</translation>
    </message>
    <message>
      <source>{0} would be {1:n} bytes unpacked, too much for one document: split it first.</source>
      <translation>{0} ferait {1:n} octets une fois décompressé, trop pour un seul document : divisez-le d’abord.</translation>
    </message>
    <message>
      <source>{0} {1}. Export it again from the tool that wrote it.</source>
      <translation>{0} {1}. Exportez-le de nouveau depuis l’outil qui l’a écrit.</translation>
    </message>
    <message>
      <source>{0} {1}. Export it again.</source>
      <translation>{0} {1}. Exportez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} {1}: save it as UTF-8 and import it again.</source>
      <translation>{0} {1} : enregistrez-le en UTF-8 et importez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0} {1}: there is nothing to import.</source>
      <translation>{0} {1} : il n’y a rien à importer.</translation>
    </message>
    <message>
      <source>{0} “{1}” cannot be the head of {2}: only {3} can.</source>
      <translation>{0} « {1} » ne peut pas être le départ de {2} : seulement {3}.</translation>
    </message>
    <message>
      <source>{0} “{1}” cannot be the tail of {2}: only {3} can.</source>
      <translation>{0} « {1} » ne peut pas être l’arrivée de {2} : seulement {3}.</translation>
    </message>
    <message>
      <source>{0} “{1}” is not all that it covers, {2}.</source>
      <translation>{0} « {1} » n’est pas tout ce qu’il couvre, {2}.</translation>
    </message>
    <message>
      <source>{0}, after article {1}</source>
      <translation>{0}, après l’article {1}</translation>
    </message>
    <message>
      <source>{0}, and the export with it: export again.</source>
      <translation>{0}, et l’exportation avec lui : exportez de nouveau.</translation>
    </message>
    <message>
      <source>{0}, article label {1}</source>
      <translation>{0}, étiquette d’article {1}</translation>
    </message>
    <message>
      <source>{0}, article {1}</source>
      <translation>{0}, article {1}</translation>
    </message>
    <message>
      <source>{0}, at its end</source>
      <translation>{0}, à sa fin</translation>
    </message>
    <message>
      <source>{0}, doc {1}</source>
      <translation>{0}, doc {1}</translation>
    </message>
    <message>
      <source>{0}, entry {1}</source>
      <translation>{0}, entrée {1}</translation>
    </message>
    <message>
      <source>{0}, is not what went out: export again.</source>
      <translation>{0}, n’est pas ce qui a été écrit : exportez à nouveau.</translation>
    </message>
    <message>
      <source>{0}, item {1}</source>
      <translation>{0}, élément {1}</translation>
    </message>
    <message>
      <source>{0}, line {1}</source>
      <translation>{0}, ligne {1}</translation>
    </message>
    <message>
      <source>{0}, line {1} is longer than {2:n} bytes: is it one object a line?</source>
      <translation>{0}, ligne {1}, dépasse {2:n} octets : est-ce bien un objet par ligne ?</translation>
    </message>
    <message>
      <source>{0}, line {1} is longer than {2:n} characters</source>
      <translation>{0}, ligne {1}, dépasse {2:n} caractères</translation>
    </message>
    <message>
      <source>{0}, line {1} is no token with a tag such as B-PER or O in its last column.</source>
      <translation>{0}, ligne {1}, n’est pas un token avec un code comme B-PER ou O dans sa dernière colonne.</translation>
    </message>
    <message>
      <source>{0}, line {1}: the article has more than {2:n} tokens.</source>
      <translation>{0}, ligne {1} : l’article a plus de {2:n} tokens.</translation>
    </message>
    <message>
      <source>{0}, or an attribute such as {1}.</source>
      <translation>{0}, ou un attribut tel que {1}.</translation>
    </message>
    <message>
      <source>{0}, relation {1}</source>
      <translation>{0}, relation {1}</translation>
    </message>
    <message>
      <source>{0}, row {1}</source>
      <translation>{0}, ligne {1}</translation>
    </message>
    <message>
      <source>{0}, set of {1}</source>
      <translation>{0}, jeu de {1}</translation>
    </message>
    <message>
      <source>{0}, sheet {1}</source>
      <translation>{0}, feuille {1}</translation>
    </message>
    <message>
      <source>{0}, so its annotation may have slipped. Export it again.</source>
      <translation>{0}, son annotation a donc pu glisser. Exportez-le de nouveau.</translation>
    </message>
    <message>
      <source>{0}, so spans would slip: choose another pipeline.</source>
      <translation>{0}, les passages glisseraient donc : choisissez un autre pipeline.</translation>
    </message>
    <message>
      <source>{0}, status {1}</source>
      <translation>{0}, statut {1}</translation>
    </message>
    <message>
      <source>{0}, task {1}</source>
      <translation>{0}, tâche {1}</translation>
    </message>
    <message>
      <source>{0}, task {1} is not valid JSON: {2}. Mend it, or export the file again.</source>
      <translation>{0}, tâche {1}, n’est pas du JSON valide : {2}. Corrigez-la, ou exportez de nouveau le fichier.</translation>
    </message>
    <message>
      <source>{0}, {1} times in a row: {2}.</source>
      <translation>{0}, {1} fois de suite : {2}.</translation>
    </message>
    <message>
      <source>{0}: after “{1}”, give {2}.</source>
      <translation>{0} : après « {1} », donnez {2}.</translation>
    </message>
    <message>
      <source>{0}: at most quotations in marks are suggested.</source>
      <translation>{0} : tout au plus, des citations entre guillemets sont suggérées.</translation>
    </message>
    <message>
      <source>{0}: close it elsewhere, then export again.</source>
      <translation>{0} : fermez-le ailleurs, puis exportez à nouveau.</translation>
    </message>
    <message>
      <source>{0}: install it with pip (for English: pip install {1}==3.8.0), or {2}.</source>
      <translation>{0} : installez-le avec pip (pour l’anglais : pip install {1}==3.8.0), ou {2}.</translation>
    </message>
    <message>
      <source>{0}: is it one token a line?</source>
      <translation>{0} : est-ce bien un token par ligne ?</translation>
    </message>
    <message>
      <source>{0}: it may find less; install the version that fits.</source>
      <translation>{0} : il peut trouver moins ; installez la version qui convient.</translation>
    </message>
    <message>
      <source>{0}: its user data “{1}” are not this program's ({2})</source>
      <translation>{0} : ses données utilisateur « {1} » ne sont pas celles de ce programme ({2})</translation>
    </message>
    <message>
      <source>{0}: leave out the configuration.</source>
      <translation>{0} : omettez la configuration.</translation>
    </message>
    <message>
      <source>{0}: name a pipeline.</source>
      <translation>{0} : nommez un pipeline.</translation>
    </message>
    <message>
      <source>{0}: no article, so nothing is written.</source>
      <translation>{0} : aucun article, rien n’est écrit.</translation>
    </message>
    <message>
      <source>{0}: remove them, and import again.</source>
      <translation>{0} : retirez-les, et importez de nouveau.</translation>
    </message>
    <message>
      <source>{0}: the text is not the one that was exported (its SHA-256 differs)</source>
      <translation>{0} : le texte n’est pas celui qui a été exporté (son SHA-256 diffère)</translation>
    </message>
    <message>
      <source>{0}: the text of the article “{1}” is not the one that was exported</source>
      <translation>{0} : le texte de l’article « {1} » n’est pas celui qui a été exporté</translation>
    </message>
    <message>
      <source>{0}: the text of the article “{1}” is not the one that was exported (its SHA-256 differs), so its annotation may have slipped.</source>
      <translation>{0} : le texte de l’article « {1} » n’est pas celui qui a été exporté (son SHA-256 diffère), son annotation a donc pu glisser.</translation>
    </message>
    <message>
      <source>{0}: there is no encoding called {1}.</source>
      <translation>{0} : il n’y a pas d’encodage nommé {1}.</translation>
    </message>
    <message>
      <source>{0}: {1:n} spans of {2} left out</source>
      <translation>{0} : {1:n} passages de {2} laissés de côté</translation>
    </message>
    <message>
      <source>{0}: {1} proposed in {2:n} article</source>
      <translation>{0} : proposition de {1} dans {2:n} article</translation>
    </message>
    <message>
      <source>{0}: {1} proposed in {2:n} articles</source>
      <translation>{0} : proposition de {1} dans {2:n} articles</translation>
    </message>
    <message>
      <source>{0}; it is started again.</source>
      <translation>{0} ; il est redémarré.</translation>
    </message>
    <message>
      <source>{0}; stopped.</source>
      <translation>{0} ; arrêté.</translation>
    </message>
    <message>
      <source>{0}{1} names nobody: import it with --annotator</source>
      <translation>{0}{1} ne nomme personne : importez-le avec --annotator</translation>
    </message>
    <message>
      <source>{0}{1} tells no more than a name</source>
      <translation>{0}{1} ne donne rien de plus qu’un nom</translation>
    </message>
    <message>
      <source>“I will”, “we will”</source>
      <translation>« I will », « we will »</translation>
    </message>
    <message>
      <source>“more” of a {0}</source>
      <translation>« more » d’un élément {0}</translation>
    </message>
    <message>
      <source>“will be” built, paid or cut</source>
      <translation>« will be » construit, payé ou réduit</translation>
    </message>
    <message>
      <source>“will” of a party, government or other body</source>
      <translation>« will » d’un parti, d’un gouvernement ou d’un autre organisme</translation>
    </message>
    <message>
      <source>“will” of a policy</source>
      <translation>« will » d’une politique</translation>
    </message>
    <message>
      <source>“would” of a plan that somebody has</source>
      <translation>« would » d’un plan de quelqu’un</translation>
    </message>
    <message>
      <source>“{0}” cannot be undone: undo “{1}” first.</source>
      <translation>« {0} » ne peut pas être annulé : annulez d’abord « {1} ».</translation>
    </message>
    <message>
      <source>“{0}” cannot be undone: work was done since on {1}{2}.</source>
      <translation>« {0} » ne peut pas être annulé : on a travaillé depuis sur {1}{2}.</translation>
    </message>
    <message>
      <source>“{0}” does not fit here</source>
      <translation>« {0} » ne convient pas ici</translation>
    </message>
    <message>
      <source>“{0}” does not fit here: after {1} comes a colon and words, with or without a relation</source>
      <translation>« {0} » ne convient pas ici : après {1} viennent un deux-points et des mots, with ou without avec une relation</translation>
    </message>
    <message>
      <source>“{0}” does not stand in the article as words of their own.</source>
      <translation>« {0} » n’est pas dans l’article sous forme de mots entiers.</translation>
    </message>
    <message>
      <source>“{0}” follows an object</source>
      <translation>« {0} » suit un objet</translation>
    </message>
    <message>
      <source>“{0}” is marked as {1} already.</source>
      <translation>« {0} » est déjà marqué {1}.</translation>
    </message>
    <message>
      <source>“{0}” is no rename: write OLD=NEW.</source>
      <translation>« {0} » n’est pas un changement de nom : écrivez ANCIEN=NOUVEAU.</translation>
    </message>
    <message>
      <source>“{0}” is not a step of the whole project.</source>
      <translation>« {0} » n’est pas une opération de tout le projet.</translation>
    </message>
    <message>
      <source>“{0}” was undone before.</source>
      <translation>« {0} » a déjà été annulé.</translation>
    </message>
    <message>
      <source>… and {0:n} more</source>
      <translation>… et {0:n} de plus</translation>
    </message>
  </context>
  <context>
    <name>SettingsDialog</name>
    <message>
      <source> characters</source>
      <translation> caractères</translation>
    </message>
    <message>
      <source>A drag selects whole words (hold Alt for single characters)</source>
      <translation>Glisser sélectionne des mots entiers (avec Alt : des caractères)</translation>
    </message>
    <message>
      <source>A new span gets the attributes given last to one of its label</source>
      <translation>Un nouveau passage reprend les derniers attributs donnés à son étiquette</translation>
    </message>
    <message>
      <source>Another language is spoken from the next start on.</source>
      <translation>Une autre langue s’applique au prochain démarrage.</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Comme le système</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Couleurs</translation>
    </message>
    <message>
      <source>Ctrl with the wheel, or Ctrl and +, makes the text larger; Ctrl+0 normal.</source>
      <translation>Ctrl et la molette, ou Ctrl et +, agrandissent le texte ; Ctrl+0 rétablit sa taille.</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Sombre</translation>
    </message>
    <message>
      <source>Done with suggestions left</source>
      <translation>Terminer avec des suggestions à juger</translation>
    </message>
    <message>
      <source>In the order of the text</source>
      <translation>Dans l’ordre du texte</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Touches</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Langue</translation>
    </message>
    <message>
      <source>Length of a line</source>
      <translation>Longueur des lignes</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Clair</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Aspect</translation>
    </message>
    <message>
      <source>Refuse until every suggestion is judged</source>
      <translation>Refuser tant que tout n’est pas jugé</translation>
    </message>
    <message>
      <source>Reject the suggestions that are left</source>
      <translation>Rejeter les suggestions restantes</translation>
    </message>
    <message>
      <source>Room between lines</source>
      <translation>Interligne</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Réglages</translation>
    </message>
    <message>
      <source>Suggestions are gone through</source>
      <translation>Parcours des suggestions</translation>
    </message>
    <message>
      <source>The most doubtful first</source>
      <translation>Les plus douteuses d’abord</translation>
    </message>
    <message>
      <source>Warn once, then set it done</source>
      <translation>Avertir une fois, puis terminer</translation>
    </message>
    <message>
      <source>Work</source>
      <translation>Travail</translation>
    </message>
  </context>
  <context>
    <name>Shaping</name>
    <message>
      <source>Make a span current, or select the text that the spans to merge are in.</source>
      <translation>Rendez un passage courant, ou sélectionnez le texte où sont les passages à fusionner.</translation>
    </message>
    <message>
      <source>Mark one mention first, in one piece: then all others can be marked like it.</source>
      <translation>Marquez d’abord une mention, d’un seul tenant : toutes les autres pourront alors être marquées comme elle.</translation>
    </message>
    <message>
      <source>Nothing is selected: click a span, or press Space at the caret.</source>
      <translation>Rien n’est sélectionné : cliquez sur un passage ou appuyez sur Espace au curseur.</translation>
    </message>
  </context>
  <context>
    <name>Side</name>
    <message>
      <source>Guide</source>
      <translation>Guide</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Historique</translation>
    </message>
    <message>
      <source>Mark</source>
      <translation>Marquer</translation>
    </message>
    <message>
      <source>Panels</source>
      <translation>Panneaux</translation>
    </message>
    <message>
      <source>Relations</source>
      <translation>Relations</translation>
    </message>
    <message>
      <source>Relations {n}</source>
      <translation>Relations {n}</translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation>Suggestions</translation>
    </message>
    <message>
      <source>Suggestions hidden</source>
      <translation>Suggestions masquées</translation>
    </message>
    <message>
      <source>Suggestions {n}</source>
      <translation>Suggestions {n}</translation>
    </message>
  </context>
  <context>
    <name>SnapMenu</name>
    <message>
      <source>It is one step, which the project history can undo.</source>
      <translation>C’est une seule opération, que l’historique du projet peut annuler.</translation>
    </message>
    <message>
      <source>Move them</source>
      <translation>Les caler</translation>
    </message>
    <message>
      <source>Move to whole tokens</source>
      <translation>Caler sur des tokens entiers</translation>
    </message>
    <message>
      <source>Nothing can be moved.</source>
      <translation>Rien ne peut être calé.</translation>
    </message>
    <message>
      <source>Shrink all …</source>
      <translation>Tout réduire…</translation>
    </message>
    <message>
      <source>Shrink this span</source>
      <translation>Réduire ce passage</translation>
    </message>
    <message>
      <source>Spans that move: {count}, in articles: {articles}.</source>
      <translation>Passages à caler : {count}, articles : {articles}.</translation>
    </message>
    <message>
      <source>Stay, for no whole token is in them: {count}.</source>
      <translation>Restent, car ils ne contiennent aucun token entier : {count}.</translation>
    </message>
    <message>
      <source>Stay, for the same span is there already: {count}.</source>
      <translation>Restent, car le même passage existe déjà : {count}.</translation>
    </message>
    <message>
      <source>Stay, for they are a model's: {count}.</source>
      <translation>Restent, car ils sont d’un modèle : {count}.</translation>
    </message>
    <message>
      <source>Widen all …</source>
      <translation>Tout étendre…</translation>
    </message>
    <message>
      <source>Widen this span</source>
      <translation>Étendre ce passage</translation>
    </message>
  </context>
  <context>
    <name>SpanCard</name>
    <message>
      <source>Attributes</source>
      <translation>Attributs</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Relation</source>
      <translation>Relation</translation>
    </message>
    <message>
      <source>Relations</source>
      <translation>Relations</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Retirer</translation>
    </message>
    <message>
      <source>Selected span</source>
      <translation>Passage sélectionné</translation>
    </message>
    <message>
      <source>Suggested by {model}</source>
      <translation>Suggéré par {model}</translation>
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <source>A dozen articles to try everything on</source>
      <translation>Une douzaine d’articles pour tout essayer</translation>
    </message>
    <message>
      <source>A file NAME.annodb</source>
      <translation>Un fichier NOM.annodb</translation>
    </message>
    <message>
      <source>Build labelled news datasets: pledges, quotes, entities and relations.</source>
      <translation>Constituez des corpus de presse annotés : promesses, citations, entités et relations.</translation>
    </message>
    <message>
      <source>Choose a name, then import articles</source>
      <translation>Choisir un nom, puis importer</translation>
    </message>
    <message>
      <source>News annotator</source>
      <translation>Annotateur de presse</translation>
    </message>
    <message>
      <source>Projects that you open appear here.</source>
      <translation>Les projets que vous ouvrez apparaissent ici.</translation>
    </message>
    <message>
      <source>Recent projects</source>
      <translation>Projets récents</translation>
    </message>
  </context>
  <context>
    <name>Statistics</name>
    <message>
      <source>Accepted</source>
      <translation>Acceptées</translation>
    </message>
    <message>
      <source>Accepted (%)</source>
      <translation>Acceptées (%)</translation>
    </message>
    <message>
      <source>Active hours</source>
      <translation>Heures actives</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>Ajoutés</translation>
    </message>
    <message>
      <source>Added up</source>
      <translation>Cumul</translation>
    </message>
    <message>
      <source>Alike</source>
      <translation>Pareils</translation>
    </message>
    <message>
      <source>Annotator</source>
      <translation>Annotateur</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Articles</translation>
    </message>
    <message>
      <source>Articles an hour</source>
      <translation>Articles par heure</translation>
    </message>
    <message>
      <source>Articles done</source>
      <translation>Articles terminés</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Modifiées</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Jour</translation>
    </message>
    <message>
      <source>From (minutes)</source>
      <translation>De (minutes)</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Gardés</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Étiquette</translation>
    </message>
    <message>
      <source>Label or relation</source>
      <translation>Étiquette ou relation</translation>
    </message>
    <message>
      <source>Marked blind</source>
      <translation>Marqués à l’aveugle</translation>
    </message>
    <message>
      <source>Minutes</source>
      <translation>Minutes</translation>
    </message>
    <message>
      <source>Missing</source>
      <translation>Manquants</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>Of these accepted</source>
      <translation>Dont acceptés</translation>
    </message>
    <message>
      <source>Only in the model</source>
      <translation>Seulement chez le modèle</translation>
    </message>
    <message>
      <source>Otherwise</source>
      <translation>Autrement</translation>
    </message>
    <message>
      <source>Rejected</source>
      <translation>Rejetées</translation>
    </message>
    <message>
      <source>Removed</source>
      <translation>Retirés</translation>
    </message>
    <message>
      <source>Spans</source>
      <translation>Passages</translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation>Suggestions</translation>
    </message>
    <message>
      <source>Until (minutes)</source>
      <translation>À (minutes)</translation>
    </message>
    <message>
      <source>{share} of {n} accepted</source>
      <translation>{share} de {n} acceptées</translation>
    </message>
  </context>
  <context>
    <name>StatisticsPage</name>
    <message>
      <source>Active time an article</source>
      <translation>Temps actif par article</translation>
    </message>
    <message>
      <source>Articles an hour of active time</source>
      <translation>Articles par heure active</translation>
    </message>
    <message>
      <source>Articles done, added up</source>
      <translation>Articles terminés, en cumul</translation>
    </message>
    <message>
      <source>Blind sample: after the suggestions were seen</source>
      <translation>Échantillon à l’aveugle : après avoir vu les suggestions</translation>
    </message>
    <message>
      <source>Blind sample: what the models have of it</source>
      <translation>Échantillon à l’aveugle : ce que les modèles en ont</translation>
    </message>
    <message>
      <source>No active time was counted in these days. It is counted while somebody works in an article.</source>
      <translation>Aucun temps actif n’a été compté ces jours-là. Il est compté pendant que quelqu’un travaille dans un article.</translation>
    </message>
    <message>
      <source>No article was done in these days.</source>
      <translation>Aucun article n’a été terminé ces jours-là.</translation>
    </message>
    <message>
      <source>No span was made in these days.</source>
      <translation>Aucun passage n’a été marqué ces jours-là.</translation>
    </message>
    <message>
      <source>No suggestion was judged in these days.</source>
      <translation>Aucune suggestion n’a été jugée ces jours-là.</translation>
    </message>
    <message>
      <source>Nothing has been done in this project yet. Once articles are annotated, this page shows how many are done, how long they took, which labels were used, and what became of the suggestions. Go to an article (Ctrl+1), mark, and finish it with Ctrl+Enter.</source>
      <translation>Rien n’a encore été fait dans ce projet. Dès que des articles seront annotés, cette page montrera combien sont terminés, combien de temps ils ont pris, quelles étiquettes ont servi et ce que sont devenues les suggestions. Allez à un article (Ctrl+1), marquez, et terminez-le par Ctrl+Entrée.</translation>
    </message>
    <message>
      <source>Nothing was done in these days. Choose other days, or another annotator.</source>
      <translation>Rien n’a été fait ces jours-là. Choisissez d’autres jours ou un autre annotateur.</translation>
    </message>
    <message>
      <source>Reading the figures …</source>
      <translation>Lecture des chiffres…</translation>
    </message>
    <message>
      <source>Spans by label</source>
      <translation>Passages par étiquette</translation>
    </message>
    <message>
      <source>Suggestions accepted, changed, rejected</source>
      <translation>Suggestions acceptées, modifiées, rejetées</translation>
    </message>
    <message>
      <source>The figures could not be read.</source>
      <translation>Les chiffres n’ont pas pu être lus.</translation>
    </message>
  </context>
  <context>
    <name>Status</name>
    <message>
      <source>all</source>
      <translation>tous</translation>
    </message>
    <message>
      <source>done</source>
      <translation>terminé</translation>
    </message>
    <message>
      <source>flagged</source>
      <translation>signalé</translation>
    </message>
    <message>
      <source>in progress</source>
      <translation>en cours</translation>
    </message>
    <message>
      <source>new</source>
      <translation>nouveau</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>ignoré</translation>
    </message>
  </context>
  <context>
    <name>StatusBar</name>
    <message>
      <source>Blind: suggestions hidden</source>
      <translation>À l’aveugle : suggestions masquées</translation>
    </message>
    <message>
      <source>In the background</source>
      <translation>En arrière-plan</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Touches</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Message</translation>
    </message>
    <message>
      <source>No suggestions</source>
      <translation>Aucune suggestion</translation>
    </message>
    <message>
      <source>Read only</source>
      <translation>Lecture seule</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Enregistré</translation>
    </message>
    <message>
      <source>Suggestions left</source>
      <translation>Suggestions à juger</translation>
    </message>
    <message>
      <source>{left} of {total} suggestions left</source>
      <translation>{left} suggestions sur {total} à juger</translation>
    </message>
    <message>
      <source>✓ Saved {time}</source>
      <translation>✓ Enregistré à {time}</translation>
    </message>
  </context>
  <context>
    <name>SuggestionCard</name>
    <message>
      <source>Accept</source>
      <translation>Accepter</translation>
    </message>
    <message>
      <source>Accept with its relations</source>
      <translation>Accepter avec ses relations</translation>
    </message>
    <message>
      <source>Accepting it accepts its ends too.</source>
      <translation>L’accepter accepte aussi ses deux bouts.</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Rejeter</translation>
    </message>
    <message>
      <source>Selected suggestion</source>
      <translation>Suggestion sélectionnée</translation>
    </message>
    <message>
      <source>Suggested by {model}</source>
      <translation>Suggéré par {model}</translation>
    </message>
    <message>
      <source>Suggested by {model}: {rule}</source>
      <translation>Suggéré par {model} : {rule}</translation>
    </message>
    <message>
      <source>The key of another label accepts it as that.</source>
      <translation>La touche d’une autre étiquette l’accepte sous celle-ci.</translation>
    </message>
    <message>
      <source>With relations ({count})</source>
      <translation>Avec relations ({count})</translation>
    </message>
    <message>
      <source>no</source>
      <translation>non</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>oui</translation>
    </message>
  </context>
  <context>
    <name>SuggestionPanel</name>
    <message>
      <source>Accept</source>
      <translation>Accepter</translation>
    </message>
    <message>
      <source>Doubtful first</source>
      <translation>Douteuses d’abord</translation>
    </message>
    <message>
      <source>Go through them from the lowest score to the highest</source>
      <translation>Les parcourir du score le plus bas au plus haut</translation>
    </message>
    <message>
      <source>Judge many at once</source>
      <translation>En juger beaucoup à la fois</translation>
    </message>
    <message>
      <source>Many …</source>
      <translation>En masse…</translation>
    </message>
    <message>
      <source>No suggestion is left to judge.</source>
      <translation>Il ne reste aucune suggestion à juger.</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Rejeter</translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation>Suggestions</translation>
    </message>
  </context>
  <context>
    <name>TextDialog</name>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
  </context>
  <context>
    <name>ThingForm</name>
    <message>
      <source>About</source>
      <translation>Description</translation>
    </message>
    <message>
      <source>Choices</source>
      <translation>Choix</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>Couleur</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Départ</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Groupe</translation>
    </message>
    <message>
      <source>Guideline file</source>
      <translation>Fichier de consigne</translation>
    </message>
    <message>
      <source>Has no direction</source>
      <translation>Sans direction</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Touche</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Genre</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>On</source>
      <translation>Sur</translation>
    </message>
    <message>
      <source>Retired: shown where it stands, not offered any more</source>
      <translation>Mis de côté : montré là où il est, n’est plus proposé</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titre</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Arrivée</translation>
    </message>
    <message>
      <source>Value of a new mark</source>
      <translation>Valeur d’une nouvelle marque</translation>
    </message>
    <message>
      <source>choice</source>
      <translation>choix</translation>
    </message>
    <message>
      <source>date</source>
      <translation>date</translation>
    </message>
    <message>
      <source>flag</source>
      <translation>case à cocher</translation>
    </message>
    <message>
      <source>no</source>
      <translation>non</translation>
    </message>
    <message>
      <source>none</source>
      <translation>aucune</translation>
    </message>
    <message>
      <source>number</source>
      <translation>nombre</translation>
    </message>
    <message>
      <source>text</source>
      <translation>texte</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>oui</translation>
    </message>
  </context>
  <context>
    <name>TomlTab</name>
    <message>
      <source>A rename is told in the first tab: here, another name is another label.</source>
      <translation>On renomme dans le premier onglet : ici, un autre nom est une autre étiquette.</translation>
    </message>
    <message>
      <source>Schema as TOML</source>
      <translation>Schéma en TOML</translation>
    </message>
  </context>
  <context>
    <name>TopBar</name>
    <message>
      <source>Annotator: {name}</source>
      <translation>Annotateur : {name}</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>Article</translation>
    </message>
    <message>
      <source>Article {place} of {total}</source>
      <translation>Article {place} sur {total}</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>Trouver une commande</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Projet</translation>
    </message>
    <message>
      <source>Who annotates</source>
      <translation>Qui annote</translation>
    </message>
  </context>
  <context>
    <name>Tour</name>
    <message>
      <source>(no key)</source>
      <translation>(sans touche)</translation>
    </message>
    <message>
      <source>A model has outlined names in the text, dashed. They count for nothing yet. Press {key} to go to one.</source>
      <translation>Un modèle a entouré des noms dans le texte, en pointillés. Ils ne comptent pas encore. Appuyez sur {key} pour aller à l’un d’eux.</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>Accepter</translation>
    </message>
    <message>
      <source>Done, next</source>
      <translation>Terminer, suivant</translation>
    </message>
    <message>
      <source>Each edit is saved as you make it. {key} takes the last one back, then the one before it, and so on.</source>
      <translation>Chaque modification est enregistrée dès que vous la faites. {key} annule la dernière, puis celle d’avant, et ainsi de suite.</translation>
    </message>
    <message>
      <source>In two minutes you will have tried all that matters. Every step can be taken back, so nothing can go wrong. Do what the card says, or go on with the button.</source>
      <translation>En deux minutes, vous aurez essayé tout l’essentiel. Chaque opération peut être annulée : vous ne risquez rien. Faites ce que dit la carte, ou continuez avec le bouton.</translation>
    </message>
    <message>
      <source>Mark a name</source>
      <translation>Marquer un nom</translation>
    </message>
    <message>
      <source>Mark a pledge</source>
      <translation>Marquer une promesse</translation>
    </message>
    <message>
      <source>Now mark what no model finds. Select what somebody promises, by dragging or with Shift and the arrows, and press {key}, the key of PLEDGE.</source>
      <translation>Marquez maintenant ce qu’aucun modèle ne trouve. Sélectionnez ce que quelqu’un promet, en glissant ou avec Maj et les flèches, et appuyez sur {key}, la touche de PLEDGE.</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Rejeter</translation>
    </message>
    <message>
      <source>Relate</source>
      <translation>Relier</translation>
    </message>
    <message>
      <source>Select somebody's name: drag over it, or move the caret with the arrows and hold Shift. Then press {key}, the key of PERSON.</source>
      <translation>Sélectionnez le nom de quelqu’un : glissez dessus, ou déplacez le curseur avec les flèches en tenant Maj. Appuyez ensuite sur {key}, la touche de PERSON.</translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation>Suggestions</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>That was the tour; it stays in the Help menu. The keys that matter now are always at the bottom. {keys} shows all keys, {palette} finds any command, {guide} opens the guide.</source>
      <translation>La visite est finie ; elle reste dans le menu Aide. Les touches utiles à l’instant sont toujours en bas. {keys} montre toutes les touches, {palette} trouve toute commande, {guide} ouvre le guide.</translation>
    </message>
    <message>
      <source>The framed one is current, and explained in the panel. Press {key} to accept it; the next one comes.</source>
      <translation>La suggestion encadrée est courante et expliquée dans le panneau. Appuyez sur {key} pour l’accepter ; la suivante arrive.</translation>
    </message>
    <message>
      <source>Welcome: a short tour</source>
      <translation>Bienvenue : une courte visite</translation>
    </message>
    <message>
      <source>What you accept is filled. What is wrong you reject: press {key}. It is gone, and the next one comes.</source>
      <translation>Ce que vous acceptez est rempli. Ce qui est faux, rejetez-le : appuyez sur {key}. La suggestion disparaît et la suivante arrive.</translation>
    </message>
    <message>
      <source>Who promised it? Press {key}: whatever the current mark can be linked to shows a letter. Type the letter on the name, and a number if you are asked for the relation.</source>
      <translation>Qui l’a promis ? Appuyez sur {key} : tout ce à quoi la marque courante peut être reliée montre une lettre. Tapez la lettre sur le nom, et un chiffre si la relation vous est demandée.</translation>
    </message>
    <message>
      <source>You know it now</source>
      <translation>Vous savez tout</translation>
    </message>
    <message>
      <source>{key} sets the article done and opens the next one. While suggestions are left you are told so first: press it again.</source>
      <translation>{key} termine l’article et ouvre le suivant. S’il reste des suggestions à juger, cela vous est dit d’abord : appuyez de nouveau.</translation>
    </message>
  </context>
  <context>
    <name>TourActs</name>
    <message>
      <source>Guided tour</source>
      <translation>Visite guidée</translation>
    </message>
    <message>
      <source>The sample is open for reading only: close it elsewhere first.</source>
      <translation>L’exemple est ouvert en lecture seule : fermez-le d’abord ailleurs.</translation>
    </message>
    <message>
      <source>The tour takes place in the sample project. Close this project and open the sample?</source>
      <translation>La visite se passe dans le projet d’exemple. Fermer ce projet et ouvrir l’exemple ?</translation>
    </message>
  </context>
  <context>
    <name>TourCard</name>
    <message>
      <source>Finish</source>
      <translation>Terminer</translation>
    </message>
    <message>
      <source>Guided tour, {at} of {total}</source>
      <translation>Visite guidée, {at} sur {total}</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Suivant</translation>
    </message>
    <message>
      <source>Skip the tour</source>
      <translation>Passer la visite</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Commencer</translation>
    </message>
    <message>
      <source>{key} leads to this card, Esc in it ends the tour.</source>
      <translation>{key} mène à cette carte, Échap y termine la visite.</translation>
    </message>
  </context>
  <context>
    <name>Training</name>
    <message>
      <source>, score so far {score}</source>
      <translation>, score jusqu’ici : {score}</translation>
    </message>
    <message>
      <source>, {time} left</source>
      <translation>, encore {time}</translation>
    </message>
    <message>
      <source>F1 after (%)</source>
      <translation>F1 après (%)</translation>
    </message>
    <message>
      <source>F1 before (%)</source>
      <translation>F1 avant (%)</translation>
    </message>
    <message>
      <source>F1 with IoU ≥ 0.5 after (%)</source>
      <translation>F1 avec IoU ≥ 0,5 après (%)</translation>
    </message>
    <message>
      <source>F1 with IoU ≥ 0.5 before (%)</source>
      <translation>F1 avec IoU ≥ 0,5 avant (%)</translation>
    </message>
    <message>
      <source>From now on</source>
      <translation>Désormais</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Étiquette</translation>
    </message>
    <message>
      <source>Learned from {n} articles. The table shows how well the spans in the {held} articles held out are found, before and after: on the very same characters, and with at least half in common (IoU ≥ 0.5). A label that got worse is found as before.</source>
      <translation>Appris sur {n} articles. Le tableau montre comment les passages des {held} articles mis de côté sont trouvés, avant et après : exactement sur les mêmes caractères, et avec au moins la moitié en commun (IoU ≥ 0,5). Une étiquette moins bien trouvée l’est comme avant.</translation>
    </message>
    <message>
      <source>Measuring on the articles held out …</source>
      <translation>Mesure sur les articles mis à part…</translation>
    </message>
    <message>
      <source>Precision after (%)</source>
      <translation>Précision après (%)</translation>
    </message>
    <message>
      <source>Precision before (%)</source>
      <translation>Précision avant (%)</translation>
    </message>
    <message>
      <source>Recall after (%)</source>
      <translation>Rappel après (%)</translation>
    </message>
    <message>
      <source>Recall before (%)</source>
      <translation>Rappel avant (%)</translation>
    </message>
    <message>
      <source>Spans</source>
      <translation>Passages</translation>
    </message>
    <message>
      <source>Step {n} of {total} at most</source>
      <translation>Pas {n} sur {total} au plus</translation>
    </message>
    <message>
      <source>as before</source>
      <translation>comme avant</translation>
    </message>
    <message>
      <source>the trained model</source>
      <translation>le modèle entraîné</translation>
    </message>
  </context>
  <context>
    <name>TransferActs</name>
    <message>
      <source>All files (*)</source>
      <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
      <source>Articles ({suffixes})</source>
      <translation>Articles ({suffixes})</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importation</translation>
    </message>
    <message>
      <source>Import a folder</source>
      <translation>Importer un dossier</translation>
    </message>
    <message>
      <source>Import articles</source>
      <translation>Importer des articles</translation>
    </message>
    <message>
      <source>Importing articles …</source>
      <translation>Importation des articles…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>The clipboard holds no text: copy an article or files first.</source>
      <translation>Le presse-papiers ne contient pas de texte : copiez d’abord un article ou des fichiers.</translation>
    </message>
  </context>
  <context>
    <name>TypeChooser</name>
    <message>
      <source>Types of the relation</source>
      <translation>Types de la relation</translation>
    </message>
  </context>
  <context>
    <name>Versions</name>
    <message>
      <source>Version {n}, {when} {by}</source>
      <translation>Version {n}, {when} {by}</translation>
    </message>
  </context>
  <context>
    <name>VersionsDialog</name>
    <message>
      <source>Take this text</source>
      <translation>Reprendre ce texte</translation>
    </message>
    <message>
      <source>The text is the same now.</source>
      <translation>Le texte est le même à présent.</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versions</translation>
    </message>
    <message>
      <source>Versions of this guideline</source>
      <translation>Versions de cette consigne</translation>
    </message>
    <message>
      <source>What is different now</source>
      <translation>Ce qui diffère à présent</translation>
    </message>
  </context>
  <context>
    <name>WhoDialog</name>
    <message>
      <source>Everything you mark is kept under this name, apart from what others mark in the same articles.</source>
      <translation>Tout ce que vous marquez est conservé sous ce nom, à part de ce que d’autres marquent dans les mêmes articles.</translation>
    </message>
    <message>
      <source>Who annotates?</source>
      <translation>Qui annote ?</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Votre nom</translation>
    </message>
  </context>
  <context>
    <name>WishForm</name>
    <message>
      <source>A dataset without texts trains nothing.</source>
      <translation>Un jeu de données sans textes n’entraîne rien.</translation>
    </message>
    <message>
      <source>Articles with the same value there are never in two parts</source>
      <translation>Les articles qui y ont la même valeur ne sont jamais dans deux parties</translation>
    </message>
    <message>
      <source>By date: training is the past</source>
      <translation>Par date : l’entraînement est le passé</translation>
    </message>
    <message>
      <source>Development</source>
      <translation>Développement</translation>
    </message>
    <message>
      <source>In parts for training, development and test</source>
      <translation>En parties d’entraînement, de développement et de test</translation>
    </message>
    <message>
      <source>Metadata that names the story</source>
      <translation>Métadonnée qui nomme le sujet</translation>
    </message>
    <message>
      <source>Only as JSON lines.</source>
      <translation>Seulement en lignes JSON.</translation>
    </message>
    <message>
      <source>Only beside a spaCy DocBin.</source>
      <translation>Seulement à côté d’un DocBin de spaCy.</translation>
    </message>
    <message>
      <source>Only for a DocBin in parts: choose these first.</source>
      <translation>Seulement pour un DocBin en parties : choisissez-les d’abord.</translation>
    </message>
    <message>
      <source>Only for tables as CSV.</source>
      <translation>Seulement pour des tableaux CSV.</translation>
    </message>
    <message>
      <source>Pseudonyms for annotators, and no notes</source>
      <translation>Pseudonymes pour les annotateurs, sans notes</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>Seed, which decides between equals</source>
      <translation>Graine, qui départage les égaux</translation>
    </message>
    <message>
      <source>Story named by</source>
      <translation>Sujet nommé par</translation>
    </message>
    <message>
      <source>Test {share}</source>
      <translation>Test {share}</translation>
    </message>
    <message>
      <source>The project is open for reading only, and this is kept in it.</source>
      <translation>Le projet est ouvert en lecture seule, et ceci y est conservé.</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Entraînement</translation>
    </message>
    <message>
      <source>With a byte order mark, for spreadsheets</source>
      <translation>Avec une marque d’ordre des octets, pour les tableurs</translation>
    </message>
    <message>
      <source>With a configuration for spacy train</source>
      <translation>Avec une configuration pour spacy train</translation>
    </message>
    <message>
      <source>Without the texts: offsets, hashes and addresses</source>
      <translation>Sans les textes : positions, empreintes et adresses</translation>
    </message>
  </context>
  <context>
    <name>WrittenDialog</name>
    <message>
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <source>Show the folder</source>
      <translation>Afficher le dossier</translation>
    </message>
    <message>
      <source>Written to {name}.</source>
      <translation>Écrit dans {name}.</translation>
    </message>
  </context>
</TS>
