namespace MagHopfield.Model.Declarations;

/// <summary>
/// Declares an energy term, a torque or a noise to files: its keys and columns, and how it is read. A class that derives from this one,
/// with a constructor without parameters, is found by itself (<see cref="All"/>): reader, reference page, check, table, bibliography and
/// record have the term then, and nothing else is to be edited.
/// </summary>
public abstract class TermDeclaration
{
    /// <summary>Place among the declarations: sums of energy, columns, works and sections of the reference page come in this
    /// order.</summary>
    public abstract int Order { get; }

    /// <summary>
    /// Whether film files have these terms, too; what is of a film in another form, as its electrodes are, they have not.
    /// </summary>
    public virtual bool IsOfFilms => true;

    /// <summary>Its sections at the top of a file.</summary>
    public virtual IReadOnlyList<SectionDeclaration> Sections => [];

    /// <summary>Its section below a [[stage]], as in "stage.field"; null without. It has the keys of its section at the top.</summary>
    public virtual SectionDeclaration? OfStage => null;

    /// <summary>Its keys in [material].</summary>
    public virtual IReadOnlyList<KeyDeclaration> MaterialKeys => [];

    /// <summary>Its keys in [[region]].</summary>
    public virtual IReadOnlyList<KeyDeclaration> RegionKeys => [];

    /// <summary>What the reference page says of these keys, in paragraphs.</summary>
    public virtual string MaterialNote => "";

    /// <summary>Those of its sections whose currents the factor of a stage scales.</summary>
    public virtual IReadOnlyList<SectionDeclaration> CurrentSections => [];

    /// <summary>Energies of its terms.</summary>
    public virtual IReadOnlyList<TermEnergy> Energies => [];

    /// <summary>Quantities that the table may have of it.</summary>
    public virtual IReadOnlyList<TableQuantity> Columns => [.. Energies.Select(energy => energy.Column)];

    /// <summary>Whether a file says anything of its own about these terms: a section, or a key of the material or of a region.</summary>
    /// <param name="file">The file.</param>
    public bool IsIn(TermReading file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Sections.Any(section => file.Root.Has(section.Name)) || MaterialKeys.Any(key => file.Material.Has(key.Name))
            || RegionKeys.Any(key => file.Regions.Any(region => region.Has(key.Name)));
    }

    /// <summary>Reads the terms that a file states.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ProblemFileException">Something is wrong; one line says where, what and how to mend it.</exception>
    public abstract IEnumerable<Term> Read(TermReading file);

    /// <summary>Reads the term that a stage has in place of the file's; null without.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="ProblemFileException">Something is wrong; one line says where, what and how to mend it.</exception>
    public virtual Term? ReadOfStage(TomlSection stage, TermReading file) => null;

    /// <summary>All declarations of this assembly, in their order.</summary>
    public static IReadOnlyList<TermDeclaration> All { get; } = Found();

    // The assembly is rooted as a whole for trimming (ILLink.Descriptors.xml), so that nothing is missing here.
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
        "Trimming", "IL2026:RequiresUnreferencedCode", Justification = "ILLink.Descriptors.xml keeps all types of this assembly.")]
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
        "Trimming", "IL2067", Justification = "ILLink.Descriptors.xml keeps the constructors, too.")]
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
        "Trimming", "IL2072:UnrecognizedReflectionPattern", Justification = "ILLink.Descriptors.xml keeps the constructors, too.")]
    private static TermDeclaration[] Found() =>
    [
        .. typeof(TermDeclaration).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(TermDeclaration)) && !type.IsAbstract)
            .Select(type => (TermDeclaration)Activator.CreateInstance(type)!)
            .OrderBy(declaration => declaration.Order).ThenBy(declaration => declaration.GetType().Name, StringComparer.Ordinal),
    ];
}
