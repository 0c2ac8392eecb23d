using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using MagHopfield.Studies.Records;

namespace MagHopfield.Studies;

/// <summary>
/// What produces a result. A class that derives from this one, with a constructor without parameters, is found by itself
/// (<see cref="In"/>): command line, help, reference page and report have the study then, and nothing else is to be edited.
/// </summary>
public abstract class Study
{
    /// <summary>Name as it is typed, in one word or several: "demo", "paper niu2024 fig3".</summary>
    public abstract string Name { get; }

    /// <summary>What it does, in one sentence.</summary>
    public abstract string Summary { get; }

    /// <summary>Its parameters, in the order of the help; those of its folder come by themselves.</summary>
    public virtual IReadOnlyList<StudyParameter> Parameters => [];

    /// <summary>Where its results go; null where it only prints.</summary>
    public virtual StudyFolder? Folder => null;

    /// <summary>Whether it writes a file that a parameter names, and must be told to replace one that is not of its kind.</summary>
    public virtual bool WritesFile => false;

    /// <summary>Whether it times or measures something real: nothing of it is ever kept or taken from the store, and no display of the
    /// progress takes time from it.</summary>
    public virtual bool IsMeasured => false;

    /// <summary>
    /// Runs it. What it is given must be found wrong before it touches progress, store or folder: nothing is left behind then.
    /// </summary>
    /// <param name="context">Values of the parameters, progress, cancellation, store and folder.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ArgumentException">A parameter is wrong; the message says which, why and how to mend it.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public abstract StudyRecord Run(StudyContext context);

    /// <summary>All studies of some assemblies, in the order of their names.</summary>
    /// <param name="assemblies">The assemblies, none of which may be trimmed.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Who names an assembly here roots it for trimming.")]
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "Who names an assembly here roots it for trimming.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Who names an assembly here roots it for trimming.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "Who names an assembly here roots it for trimming.")]
    public static IReadOnlyList<Study> In(params IEnumerable<Assembly> assemblies) =>
    [
        .. assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Study)) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(type => (Study)Activator.CreateInstance(type)!)
            .OrderBy(study => study.Name, StringComparer.Ordinal),
    ];
}

/// <summary>Where the results of a study go.</summary>
/// <param name="Default">Folder where none is given, relative, with slashes.</param>
/// <param name="Help">What is in it.</param>
public sealed record StudyFolder(string Default, string Help = "Folder for the report and the JSON data.")
{
    /// <summary>Whether it holds what is done so far alone, and files that any run replaces, but no report.</summary>
    public bool IsForPartsOnly { get; init; }

    /// <summary>Folder of the report below it, by the values given; null where it is the folder itself.</summary>
    public Func<StudyContext, string>? Below { get; init; }
}
