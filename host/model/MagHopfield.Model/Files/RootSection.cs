using MagHopfield.Model.Keys;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Files;

/// <summary>Keys at the top of the file.</summary>
internal static class RootSection
{
    public static readonly Key<string> Title = Key.Text("title", "Title of the problem, written into every result.", "untitled");

    public static readonly Key<Precision> Precision = Key.Choice(
        "precision",
        "Precision of all fields.",
        [("single", Problems.Precision.Single), ("double", Problems.Precision.Double)],
        "double");

    public static readonly SectionDeclaration Declaration = new(
        "",
        false,
        "These keys stand before the first section.",
        [Title, Precision]);

    public static void Write(DocumentWriter text, Problem problem)
    {
        text.Add(Title, problem.Title);
        text.Add(Precision, problem.Precision);
    }
}
