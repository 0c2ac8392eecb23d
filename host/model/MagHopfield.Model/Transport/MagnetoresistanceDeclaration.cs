using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Transport;

/// <summary>A magnetoresistance as a file states it.</summary>
public abstract record Magnetoresistance
{
    /// <summary>What it is in the engine.</summary>
    /// <param name="thickness">Thickness of the film in metres.</param>
    public abstract IMagnetoresistance Make(double thickness);

    /// <summary>The work to cite for it.</summary>
    public abstract TermSource Source { get; }

    /// <summary>Writes the name of its model and its keys of [transport].</summary>
    /// <param name="text">The file, within the section.</param>
    public abstract void Write(DocumentWriter text);
}

/// <summary>
/// Declares a magnetoresistance to files: the name of its model, its keys of [transport] and how they are read. A class that derives from
/// this one is found by itself (<see cref="All"/>).
/// </summary>
public abstract class MagnetoresistanceDeclaration
{
    /// <summary>Name of the model, as in "amr".</summary>
    public abstract string Name { get; }

    /// <summary>What it is, in a sentence for the reference page.</summary>
    public abstract string Purpose { get; }

    /// <summary>Its keys of [transport].</summary>
    public abstract IReadOnlyList<KeyDeclaration> Keys { get; }

    /// <summary>Reads it.</summary>
    /// <param name="section">[transport].</param>
    /// <exception cref="ProblemFileException">Something is wrong; one line says where, what and how to mend it.</exception>
    public abstract Magnetoresistance Read(TomlSection section);

    /// <summary>All of this assembly, by name.</summary>
    public static IReadOnlyList<MagnetoresistanceDeclaration> All { get; } = Found();

    // As with the terms, the assembly is rooted as a whole for trimming.
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
        "Trimming", "IL2026:RequiresUnreferencedCode", Justification =
            "ILLink.Descriptors.xml, embedded in this assembly, keeps all of its types.")]
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
        "Trimming", "IL2067", Justification = "ILLink.Descriptors.xml keeps the constructors, too.")]
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
        "Trimming", "IL2072:UnrecognizedReflectionPattern", Justification = "ILLink.Descriptors.xml keeps the constructors, too.")]
    private static MagnetoresistanceDeclaration[] Found() =>
    [
        .. typeof(MagnetoresistanceDeclaration).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(MagnetoresistanceDeclaration)) && !type.IsAbstract)
            .Select(type => (MagnetoresistanceDeclaration)Activator.CreateInstance(type)!)
            .OrderBy(declaration => declaration.Name, StringComparer.Ordinal),
    ];
}
