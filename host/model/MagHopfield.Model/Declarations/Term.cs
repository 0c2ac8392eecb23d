using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Declarations;

/// <summary>
/// An energy term, torque or noise as a file states it. Everything else that the program must know of it is asked here: what it becomes in
/// the engine, how strong it is, what is wrong with it, which works it rests on, what it says in a file.
/// </summary>
public abstract record Term
{
    /// <summary>Line of its section in the file, from 1; 0 where it has none.</summary>
    public int Line { get; init; }

    /// <summary>Place of its declaration among all, in which order terms stand; 0 where it was not read.</summary>
    public int Order { get; init; }

    /// <summary>Whether it is a current, which may bring any energy and which the stages of kind run scale.</summary>
    public virtual bool HasCurrent => false;

    /// <summary>Whether its current is that which is solved between electrodes.</summary>
    public virtual bool TakesSolvedCurrent => false;

    /// <summary>Temperature in kelvin of the fluctuations that it brings.</summary>
    public virtual double Temperature => 0;

    /// <summary>Seed of its random numbers; null without.</summary>
    public virtual int? Seed => null;

    /// <summary>What it becomes in the engine; null where it does not act.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="scope">Body, stages and threads.</param>
    /// <exception cref="ProblemFileException">A file cannot be read or does not fit.</exception>
    public virtual TermParts<T>? Make<T>(TermScope<T> scope)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => null;

    /// <summary>How large it is in each region.</summary>
    /// <param name="magnet">What holds in all regions.</param>
    public virtual Func<TermRegion, TermSizes> Sizes(TermMagnet magnet) => _ => default;

    /// <summary>Numbers a cell that it keeps in memory beside those of m and of the integrator.</summary>
    /// <param name="mesh">The mesh.</param>
    public virtual int NumbersPerCell(Mesh mesh) => 0;

    /// <summary>Quantities of the table that hang on what the file states, as names of electrodes do.</summary>
    public virtual IEnumerable<TableQuantity> Columns() => [];

    /// <summary>The works to cite for it.</summary>
    /// <param name="use">How it is used.</param>
    public virtual IEnumerable<TermSource> Sources(TermUse use) => [];

    /// <summary>What is wrong with its numbers, or probably not meant.</summary>
    /// <param name="check">What it is checked against.</param>
    public virtual IEnumerable<Finding> Check(TermCheck check) => [];

    /// <summary>What is wrong with it on its mesh and with its files; asked where fields on the mesh fit into memory.</summary>
    /// <param name="check">What it is checked against.</param>
    public virtual IEnumerable<Finding> CheckOnMesh(TermCheck check) => [];

    /// <summary>Writes its keys of [material].</summary>
    /// <param name="text">The file, at the end of the section.</param>
    public virtual void WriteMaterial(DocumentWriter text)
    {
    }

    /// <summary>Writes its keys of a [[region]].</summary>
    /// <param name="text">The file, at the end of the section.</param>
    /// <param name="region">Index of the region, from 0.</param>
    public virtual void WriteRegion(DocumentWriter text, int region)
    {
    }

    /// <summary>Writes its own section.</summary>
    /// <param name="text">The file.</param>
    public virtual void Write(DocumentWriter text)
    {
    }

    /// <summary>Writes its section below a [[stage]], where it is the stage's own.</summary>
    /// <param name="text">The file, after the keys of the stage.</param>
    public virtual void WriteOfStage(DocumentWriter text)
    {
    }
}

/// <summary>A work behind a term.</summary>
/// <param name="What">What it is the source of, as in "Exchange".</param>
/// <param name="Work">Authors, journal, volume, page and year, with a full stop.</param>
public sealed record TermSource(string What, string Work);

/// <summary>How a term is used.</summary>
/// <param name="Runs">Whether in dynamics.</param>
/// <param name="IsAdaptive">Whether the steps of the dynamics are adaptive.</param>
public sealed record TermUse(bool Runs, bool IsAdaptive);
