using System.Text.RegularExpressions;

namespace MagHopfield.Model.Tests;

/// <summary>The files in `examples`, whole and in a form that runs in a moment.</summary>
internal static class Example
{
    public static string Root { get; } = FindRoot();

    public static string[] Paths => Directory.GetFiles(Path.Combine(Root, "examples"), "*.toml");

    // A ring of few cells would lose its hole and its cut.
    private const int Few = 1100;

    /// <summary>A quarter of the cells along x and y, four times as large, a twentieth of the time, a loose relaxation.</summary>
    public static string Reduced(string path)
    {
        string text = File.ReadAllText(path);
        Match mesh = Regex.Match(text, @"cells = \[(\d+), (\d+), 1\]");
        int coarser = mesh.Success && int.Parse(mesh.Groups[1].Value) * int.Parse(mesh.Groups[2].Value) < Few ? 1 : 4;
        text = Regex.Replace(
            text,
            @"cells = \[(\d+), (\d+), 1\]",
            m => $"cells = [{int.Parse(m.Groups[1].Value) / coarser}, {int.Parse(m.Groups[2].Value) / coarser}, 1]");
        text = Regex.Replace(text, @"cell_size = \[([\d.]+)e-9, ([\d.]+)e-9", m => FormattableString.Invariant(
            $"cell_size = [{coarser * double.Parse(m.Groups[1].Value)}e-9, {coarser * double.Parse(m.Groups[2].Value)}e-9"));
        text = Regex.Replace(
            text,
            @"(time|interval) = ([\d.e-]+)",
            m => FormattableString.Invariant($"{m.Groups[1].Value} = {0.05 * double.Parse(m.Groups[2].Value)}"));
        return Regex.Replace(text, @"max_torque = ([\d.]+)", "max_torque = 2000.0");
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MagHopfield.sln")))
            folder = folder.Parent;

        return folder?.FullName ?? throw new DirectoryNotFoundException("No MagHopfield.sln above the tests.");
    }
}
