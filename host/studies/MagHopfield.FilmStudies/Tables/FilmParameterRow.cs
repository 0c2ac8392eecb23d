namespace MagHopfield.FilmStudies.Tables;

/// <summary>A parameter as a report shows it.</summary>
/// <param name="Section">Section of a film file, as in "magnetism".</param>
/// <param name="Key">Key of the section.</param>
/// <param name="Value">Value, as text.</param>
/// <param name="Meaning">What it is; empty takes the words of the key's declaration.</param>
public sealed record FilmParameterRow(string Section, string Key, string Value, string Meaning = "");
