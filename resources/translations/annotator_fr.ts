<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>Actions</name>
    <message>
      <source>About</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accept suggestion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Annotate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back up now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done, go to the next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>End one word to the left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>End one word to the right</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find a command …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Flag for the lead …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Guide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import a folder …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import articles …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Larger text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leave, clear the selection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New project …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next panel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next suggestion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Normal text size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note on the span …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open project …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the sample</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pre-highlight all articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous panel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous suggestion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Project history …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reject suggestion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Relation from the selected span</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove span or relation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select the span at the caret</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show all relations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skip, go to the next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smaller text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start one word to the left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start one word to the right</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop pre-highlighting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>View</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who annotates …</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>AnnotatePage</name>
    <message>
      <source>Article text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The project is open for reading only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} words</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>AnnotatorKind</name>
    <message>
      <source>gold</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>person</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ArticleCard</name>
    <message>
      <source>Note on the article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select text and press the key of a label to mark it.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ArticleDelegate</name>
    <message>
      <source>{n} left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} words</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ArticleList</name>
    <message>
      <source>Articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No article fits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search titles and texts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show {status} articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are no articles yet: import some.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ArticleModel</name>
    <message>
      <source>{n} suggestions left</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>AttributeForm</name>
    <message>
      <source>press {key} for the next value</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ChosenKeys</name>
    <message>
      <source>Ctrl and Alt together are AltGr on many keyboards and type characters there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{key} is the key of {what} in the schema.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{key} is the key of “{what}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{key} moves the caret in the text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{key} would be typed into a field: hold Ctrl or Alt with it.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>Article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Commands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find a command</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Label {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing fits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What do you want to do? A command, a label, words of an article</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CrashDialog</name>
    <message>
      <source>Copy the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something went wrong</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The program met an error that it did not expect. Everything shown as saved is saved; you can go on, or close the program and open it again. Please send this report to whoever looks after the program.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>Afterwards you are told what the format could not hold. Nothing is dropped silently.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the file …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sets</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Spans off the tokens</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>everybody's</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>gold, else the only person's</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>leave them out, and list them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>shrink them to whole tokens</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>widen them to whole tokens</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>GuideDialog</name>
    <message>
      <source>Guide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pages of the guide</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>GuidePanel</name>
    <message>
      <source>Guideline</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select a span to read the guideline of its label here.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>History</name>
    <message>
      <source>There is nothing to do again in this article.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing to undo in this article.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>HistoryDialog</name>
    <message>
      <source>Choose a step to undo it whole. The steps in an article are undone there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Project history</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Steps of the whole project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo this step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undone. It had touched {count} articles.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undone: {title}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Judge</name>
    <message>
      <source>No suggestion is left.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No suggestion is selected: Tab goes to the next one.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>KeyField</name>
    <message>
      <source>New key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Press a key</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>KeyHelp</name>
    <message>
      <source>choose the target</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>choose the type</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>label’s key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mark</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>KeysDialog</name>
    <message>
      <source>All keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Attributes of the current span</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change keys …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mark the selection, or relabel the current span</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>KeysTab</name>
    <message>
      <source>Action</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find an action</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its own key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use this key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Used here, it is taken from there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What speaks against the key</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>LabelButton</name>
    <message>
      <source>key {key}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} marked</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>LabelPalette</name>
    <message>
      <source>Labels for the selection</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>LineField</name>
    <message>
      <source>2026-11-24</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{text}” is no number.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Backed up to {name}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>News annotator</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Marking</name>
    <message>
      <source>It is a {label} already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No span is at the caret.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note on the article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note on {label} “{text}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is selected: click a span, or press Space at the caret.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select some text first, then press the key of a label.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The span would cover no word any more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is a suggestion: reject it with Backspace.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Opening</name>
    <message>
      <source>New project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>News annotator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Projects (*{suffix})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>news</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Pages</name>
    <message>
      <source>Annotate</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ProgramActs</name>
    <message>
      <source>About</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Logs: {folder}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>News annotator {version}: label pledges, quotes, entities and relations in the news.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The settings cannot be kept ({why}): they hold until the program ends.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Progress</name>
    <message>
      <source>No open article is left.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is the first article.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is the last article.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why should the lead look at this article?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} suggestions are not judged. {key} again sets the article done all the same.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ProjectDesktop</name>
    <message>
      <source>, {speed} articles a second</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>, {time} left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every article has the model's suggestions already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pre-highlighting {done} of {total}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suggested by {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The project is empty: import articles (Ctrl+I), or drop files here.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Relating</name>
    <message>
      <source>Link to what? Type the letters on it, or click it; Esc leaves.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No target has these letters.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select a span of yours first: click it, or press Space at the caret.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing that this {label} could be linked to.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This cannot be the other end of a relation of the selected span.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RelationPanel</name>
    <message>
      <source>No relation yet. Select a span and press R to draw one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Relations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove relation</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RelationRow</name>
    <message>
      <source>Go to the other end</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove this relation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove {relation}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReportDialog</name>
    <message>
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was left out</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Sentences</name>
    <message>
      <source>A row</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A span must cover some text; press Delete to remove it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accept {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An article with the id {0} is in the project with another text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done again: {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fatal Python error</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import of articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its {0:n} relations were removed too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Link {0} {1} → {2}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mark {0} “{1}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move {0} “{1}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name whose with --annotator, or under Sets in the window.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No article could be pre-highlighted. “{0}”: {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No format is known for {0}. Those that can be read: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No model reads the article's language ({0}): mark it by hand.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No spaCy pipeline is loaded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note on the article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note on {0} “{1}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only a span can be the end of a relation.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open an article first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Plain text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put back a backup with: annotator restore {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reject {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Relabel “{0}” as {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove {0} → {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Row {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select some text first, then press the key of a label.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set the article done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set the article flagged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set the article in progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set the article new</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set the article skipped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set {0} of {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set {0} of {1} “{2}” to {3}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set {0} to nothing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set {0} to {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suggestions of {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The annotation of “{0}” cannot be read: {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The article has no text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The article number {0} has no text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The article number {0} is not in {1} any more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The article “{0}” has a note or value that is no valid text: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The article “{0}” has no set to export with the status {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The article “{0}” has several sets ({1}), and the format holds one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The article “{0}” has {1:n} annotation sets, and the format holds one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The article's status changed meanwhile: look again and repeat.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The articles for the worker cannot be read: {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup {0} cannot be written: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup {0} is damaged itself: choose another one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full, so nothing was saved to {0}. Free some space and repeat.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk that holds {0} does not answer. Nothing more was saved to it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The export to {0} was cancelled; nothing there was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file is damaged: {0}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The format {0} cannot be used: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The id {0} is used already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The import was stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The label {0} is not in the schema “{1}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The list shows a wrong status of {0} for “{1}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The pipeline “{0}” failed on this article: {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The pipeline “{0}” was made for spaCy {1}, and this is {2}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The project lies on a file system without a write-ahead log: it is as safe, but slower to save.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The project was brought up to date; a copy of the older file is {0}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The record {0} cannot become {1}: an id is for good.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The record {0} changed meanwhile: look again and repeat.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The relation id {0} is used twice.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The relation {0} is not in the schema “{1}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sample articles could not be imported: {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The schema cannot be read: {0}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The schema is not valid TOML: {0}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The schema “{0}” {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The set of {0} for the article “{1}” is damaged: {2}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The spaCy pipeline {0} cannot be loaded: {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The spaCy pipeline “{0}” cannot be loaded: install it anew or choose another. ({1})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The span id {0} is used twice.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The suggested {0} was accepted with it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The suggester “{0}” cannot be used and is left out: {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The text of the article “{0}” is not the one that was imported: its SHA-256 differs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The text of the article “{0}” is not what was imported: put back a backup with annotator restore.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The text of “{0}” is not what was imported.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The tokenizer of {0} changes the text of the article “{1}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The value “{0}” of {1} on {2} {3}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The verdict id {0} is used twice.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The verdict {0} {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The worker does not understand a message: {0}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The worker failed unexpectedly: {0}: {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The worker process cannot be started: {0}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The worker process ended unexpectedly ({0})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The {0} relation from {1} to {2} at {3} is there twice.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The {0} relation from “{1}” to “{2}” is there twice.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The {0} relation links “{1}” to itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The {0} relation would be left without one of its ends.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The {0} relation {1} has an end that was left out or is not there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The {0} relation {1} lacks one of its ends.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The {0} relation {1} of {2} lacks one of its ends: put back a backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is a second set of {0}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no annotator {0} in the project. It has: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no attribute {0} on {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no format {0}. Those that can be read: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no format {0}. Those that can be written: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no project {0} in {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no recipe “{0}”: choose one of {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no spaCy pipeline for the language “{0}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no spaCy pipeline “{0}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no such file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These two are linked by {0} already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This relation is not there any more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This span is not there any more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This suggestion was judged already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undone: {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a span is elsewhere: {0} “{1}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>and {0} more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>article labels of {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>byte order mark removed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be read: there is no encoding called {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>choose another pipeline, or see the log</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>choose one that is installed ({0})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>choose the folder of one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>covers no text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ends before it starts: {0}-{1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>exit code {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>forbidden characters replaced by U+FFFD</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>gives the key {0} to two labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>gives {0} the key {1}, which is not one character</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>goes past the text: {0}-{1} of {2} characters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a default for {0} that {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a group without a name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a label without a name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a relation type without a name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has an attribute without a name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has fragments that overlap or are out of order at {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no choices for {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no label</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in doc.spans only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is a file of another kind (such as PDF, Word or a picture), not text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is neither true nor false</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no date such as 2026-11-24</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is none of {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not in the encoding {0} ({1})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is text in no encoding that is known</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it has a span that the project has not: {0} “{1}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it has a text that was not exported, or twice: “{0}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it has another number of spans than the project and the loss report say</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>its disk cannot lock files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>left out, not being single values: {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lets the relation {0} use an unknown label {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>line ends made LF</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lone surrogates replaced by U+FFFD</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>looks like a binary file, not text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>maps {0} to an unknown label {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>model run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>moved to {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>names both a label and a set {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>names the group {0} twice</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>names the label {0} twice</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>names the relation type {0} twice</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>needs different choices for {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nlp is {0}, not a spaCy pipeline</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nobody yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>puts an unknown label {0} into the set {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>puts the label {0} into an unknown group {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>puts two attributes {0} on {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>puts {0} on an unknown {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>read as {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>relation type</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>signal {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>spaCy DocBin</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>spaCy has no tokenizer for the language “{0}” of the schema</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>span left out of doc.ents because it is in fragments; kept in doc.spans</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>span left out of doc.ents for a longer or earlier one; kept in doc.spans</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>span left out of doc.ents for its white space; kept in doc.spans</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>span off token boundaries</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stopped; the next run goes on from here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the name is taken by another format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the set in its user data is not the project's</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the suggested {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the {0} relation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>they are not there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>undo {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>uses the key {0} twice where {1} is selected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>uses the name {0} for two things</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>value that is no finite number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>worker {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} annotation set</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} annotation sets</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} are in a language that the model does not read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} article exported with {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} article imported</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} article was pre-highlighted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} article without a fitting set was left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} articles exported with {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} articles imported</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} articles were pre-highlighted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} articles without a fitting set were left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} file could not be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} files could not be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} had its suggestions already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} is in a language that the model does not read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} of its bytes are missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} place was left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} places were left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} relation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} relations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} relations that a {1} cannot have were removed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} set</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} sets</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} span</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} spans</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} suggestions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} was in the project already</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0:n} were in the project already</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} Export it again, or leave out sha256 and sets.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} Install it, or name another.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} It is shown for reading only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} Name other statuses with --status, or a model's set.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} Name whose with --annotator, or under Sets in the window.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} Run annotator check on the project.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} Type it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} articles are not in it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} articles cannot be found by search.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} articles that are gone are still in the search.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} cannot be made in {1}: {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} cannot be opened: check that its folder exists and may be written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} cannot be read: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} cannot be restored: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} cannot be written: no lock can be taken in its folder ({1}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} cannot be written: the file is read-only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} cannot be written: the file or its folder is read-only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} cannot be written: {1}. Choose another place, or mend that and export again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} could not be used: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} does not match the article, which has “{1}” at {2}-{3}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} exists already: open it, or choose another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} has annotated “{1}” differently in the project; that was kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} has no text in it: there is nothing to import.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} has no “{1}”, only {2}: name the key that holds the text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} has the format {1}, and this program knows up to {2}: update the program.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} has the format “{1}”: this program knows {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} has {1:n} bytes, too much for one article (at most {2:n}): split it first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is a folder that this program did not write: choose another name, or empty it first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is damaged. Put back a backup with: annotator restore {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is damaged: {1}. {2}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is empty: there is nothing to import.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is in use by another program. Close it there and repeat.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is nested too deeply: is it one article a line?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is no {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is not a project of this program.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is not as expected: {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is not in the encoding {1}: save it as UTF-8 and import it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is not valid JSON in UTF-8: {1}. Mend or remove the line and import again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is not what was exported: {1}. Export again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is of an older version: open it once for writing, so that it is brought up to date.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is open for reading only; nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is open for writing in another window or command. Close it there first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} is the project itself: choose another name for the export.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} may be any of {1}: name the format.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} of {1} names something that is not in {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} suggested {1:n} span in {2:n} article.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} suggested {1:n} span in {2:n} articles.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} suggested {1:n} spans in {2:n} article.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} suggested {1:n} spans in {2:n} articles.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} suggestions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} was made by a newer version of this program: install that version to open it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} while reading this article: it stays without suggestions and can be marked by hand.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} {1:n} are in another language.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} {1:n} is in another language.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} {1}: save it as UTF-8 and import it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} “{1}” cannot be the head of {2}: only {3} can.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} “{1}” cannot be the tail of {2}: only {3} can.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0}, and the export with it: export again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0}, line {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0}, line {1} is longer than {2:n} bytes: is it one object a line?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0}, set of {1}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0}, so spans would slip: choose another pipeline.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0}, {1} times in a row: {2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0}: it may find less; install the version that fits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0}: name a pipeline.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0}: the text of the article “{1}” is not the one that was exported (its SHA-256 differs), so its annotation may have slipped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0}: there is no encoding called {1}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0}; it is started again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{0}” cannot be undone: work was done since on {1}{2}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{0}” is marked as {1} already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{0}” is not a step of the whole project.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{0}” was undone before.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>… and {0:n} more</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SettingsDialog</name>
    <message>
      <source> characters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A drag selects whole words (hold Alt for single characters)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A new span gets the attributes given last to one of its label</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another language is spoken from the next start on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ctrl with the wheel, or Ctrl and +, makes the text larger; Ctrl+0 normal.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done with suggestions left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In the order of the text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Length of a line</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refuse until every suggestion is judged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reject the suggestions that are left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Room between lines</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suggestions are gone through</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The most doubtful first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Warn once, then set it done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Work</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Side</name>
    <message>
      <source>Guide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Panels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Relations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Relations {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suggestions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suggestions {n}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SpanCard</name>
    <message>
      <source>Attributes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Relation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Relations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Selected span</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>suggested by {model}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <source>A dozen articles to try everything on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A file NAME.annodb</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Build labelled news datasets: pledges, quotes, entities and relations.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a name, then import articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>News annotator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Projects that you open appear here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recent projects</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Status</name>
    <message>
      <source>all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>flagged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>new</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>skipped</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StatusBar</name>
    <message>
      <source>In the background</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Message</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No suggestions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suggestions left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{left} of {total} suggestions left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>✓ Saved {time}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SuggestionCard</name>
    <message>
      <source>Accept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accepting it accepts its ends too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reject</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Selected suggestion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key of another label accepts it as that.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SuggestionPanel</name>
    <message>
      <source>Accept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No suggestion is left to judge.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reject</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suggestions</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TextDialog</name>
    <message>
      <source>Note</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TopBar</name>
    <message>
      <source>Annotator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Article {place} of {total}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find a command</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who annotates</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TransferActs</name>
    <message>
      <source>All files (*)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Articles ({suffixes})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exporting …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import a folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Importing articles …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Written to {name}.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TypeChooser</name>
    <message>
      <source>Types of the relation</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>WhoDialog</name>
    <message>
      <source>Everything you mark is kept under this name, apart from what others mark in the same articles.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who annotates?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your name</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
