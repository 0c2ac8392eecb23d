using System.Security.Cryptography;
using System.Text;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Problems;
using MagHopfield.Model.Shapes;

namespace MagHopfield.Model.Files;

/// <summary>
/// A problem as the one text that states it: every key that decides the result, none left to a default, numbers that read back to the same
/// bits. Two files that mean the same have the same document, whatever their comments, units and order.
/// </summary>
/// <param name="Text">TOML text, which names files by their full paths.</param>
/// <param name="Hash">SHA-256 in hexadecimal of the text with the SHA-256 of each file in place of its path.</param>
public sealed record ProblemDocument(string Text, string Hash)
{
    /// <summary>The document of a problem file.</summary>
    /// <param name="file">The file.</param>
    public static ProblemDocument Of(ProblemFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        string content = Written(file.Problem, path => file.Inputs[path]);
        return new(Written(file.Problem, path => path), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))));
    }

    private static string Written(Problem problem, Func<string, string> nameOf)
    {
        DocumentWriter text = new(nameOf);
        RootSection.Write(text, problem);
        MeshSection.Write(text, problem.Mesh);
        foreach (ShapePart part in problem.Geometry)
            GeometrySection.Write(text, part);
        MagnetParts parts = problem.Parts;
        parts.WriteRegions(text);
        MaterialSection.Write(text, problem.Material);
        parts.WriteMaterial(text);
        parts.WriteTerms(text);
        InitialSection.Write(text, problem.Initial);
        SolverSection.Write(text, problem.Solver);
        foreach (StageParameters stage in problem.Stages)
            StageSection.Write(text, stage);
        OutputSection.Write(text, problem.Output);
        return text.ToString();
    }
}
