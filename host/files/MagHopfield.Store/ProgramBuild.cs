using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace MagHopfield.Store;

/// <summary>
/// Which build of the program computed something. Another build may compute other bits, so that its results are not taken up.
/// </summary>
/// <remarks>
/// The compiler gives each assembly an identifier, the MVID, that is a hash of all that went into it: the sources, the options and the
/// identifiers of the assemblies it was compiled against (deterministic builds). A build is named by the MVIDs of the assembly that
/// computes and of all of ours that it reaches; what only calls it does not count. In the configuration Release, paths of sources are
/// written relative to the root, so that the same commit built elsewhere is the same build.
/// </remarks>
/// <param name="Name">Its name, one word.</param>
public sealed record ProgramBuild(string Name)
{
    /// <summary>
    /// Environment variable that gives the build another name: with the name of an earlier one, its results are taken up at one's own risk.
    /// </summary>
    public const string Variable = "MAGHOPFIELD_BUILD";

    private const string Own = "MagHopfield";
    private const int Digits = 16;

    /// <summary>The build of an assembly with all of ours that it uses.</summary>
    /// <param name="assembly">The assembly that computes.</param>
    public static ProgramBuild Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        string? named = Environment.GetEnvironmentVariable(Variable)?.Trim();
        if (!string.IsNullOrEmpty(named))
            return named.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_') ? new(named)
                : throw new ArgumentException(
                    $"{Variable}={named}: a build's name is letters, digits, '-', '.' and '_'; leave the variable unset.");

        // A program compiled ahead of time is one file, whose assemblies cannot be asked any more.
        return new(RuntimeFeature.IsDynamicCodeSupported ? OfAssemblies(assembly) : OfFile(Environment.ProcessPath!));
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "An assembly trimmed away decides no result.")]
    private static string OfAssemblies(Assembly root)
    {
        SortedDictionary<string, Guid> found = new(StringComparer.Ordinal);
        Stack<Assembly> waiting = new([root]);
        while (waiting.TryPop(out Assembly? assembly))
        {
            if (!found.TryAdd(assembly.GetName().Name!, assembly.ManifestModule.ModuleVersionId))
                continue;
            foreach (AssemblyName used in assembly.GetReferencedAssemblies())
            {
                if (used.Name!.StartsWith(Own, StringComparison.OrdinalIgnoreCase))
                    waiting.Push(Assembly.Load(used));
            }
        }

        return Short(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(found.Select(f => $"{f.Key} {f.Value}\n")))));
    }

    private static string OfFile(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Short(SHA256.HashData(file));
    }

    private static string Short(byte[] hash) => Convert.ToHexStringLower(hash)[..Digits];
}
