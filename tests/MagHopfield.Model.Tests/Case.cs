using MagHopfield.Model.Files;

namespace MagHopfield.Model.Tests;

/// <summary>Files in `Cases`: small inputs that once came out wrong, with the right values in their first lines.</summary>
internal static class Case
{
    public static string PathOf(string name) => Path.Combine(Example.Root, "tests", "MagHopfield.Model.Tests", "Cases", name);

    public static ProblemFile Load(string name) => ProblemFile.Load(PathOf(name));

    /// <summary>The text of a case.</summary>
    public static string Text(string name) => File.ReadAllText(PathOf(name));
}
