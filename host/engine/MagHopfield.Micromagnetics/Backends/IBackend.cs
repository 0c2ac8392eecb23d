using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Micromagnetics.Backends;

/// <summary>
/// Where fields lie and what works on them: memory, sums of vectors, evaluation of an equation of motion, and the passes of descents.
/// Integrators and minimisers work through it alone, each call on whole fields, so that m stays where it is from step to step. It serves
/// one run at a time. All fields of a call are of one mesh and the back end's own.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IBackend<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Name, as reports say it.</summary>
    string Name { get; }

    /// <summary>Whether a field lies in this back end's memory.</summary>
    /// <param name="field">The field.</param>
    bool Owns(IBackendField<T> field);

    /// <summary>Makes a field of zeros.</summary>
    /// <param name="mesh">The mesh.</param>
    IBackendField<T> Create(Mesh mesh);

    /// <summary>A field that holds what a field in host memory holds: that field itself where the back end works in host memory.</summary>
    /// <param name="host">The field in host memory.</param>
    IBackendField<T> Attach(VectorField<T> host);

    /// <summary>Copies a field from host memory; nothing where both are the same.</summary>
    /// <param name="host">The field in host memory.</param>
    /// <param name="field">Receives it.</param>
    void Upload(VectorField<T> host, IBackendField<T> field);

    /// <summary>Copies a field to host memory; nothing where both are the same.</summary>
    /// <param name="field">The field.</param>
    /// <param name="host">Receives it.</param>
    void Download(IBackendField<T> field, VectorField<T> host);

    /// <summary>Copies a field.</summary>
    /// <param name="from">The field.</param>
    /// <param name="to">Receives it.</param>
    void Copy(IBackendField<T> from, IBackendField<T> to);

    /// <summary>target = m + Σ w_j k_j; terms of weight zero are skipped.</summary>
    /// <param name="m">The first field.</param>
    /// <param name="k">Further fields, eight at the most; those beyond the weights do not count.</param>
    /// <param name="w">Their weights.</param>
    /// <param name="target">Receives the sum.</param>
    void Combine(IBackendField<T> m, ReadOnlySpan<IBackendField<T>> k, ReadOnlySpan<double> w, IBackendField<T> target);

    /// <summary>max over cells of |Σ w_j k_j|; not a number where a cell is not.</summary>
    /// <param name="k">Fields, eight at the most; those beyond the weights do not count.</param>
    /// <param name="w">Their weights.</param>
    double LargestNorm(ReadOnlySpan<IBackendField<T>> k, ReadOnlySpan<double> w);

    /// <summary>target = source/|source| cell by cell; zero stays zero.</summary>
    /// <param name="source">The field.</param>
    /// <param name="target">Receives the unit vectors; may be the source.</param>
    void Normalise(IBackendField<T> source, IBackendField<T> target);

    /// <summary>
    /// A stage of the midpoint rule, m' = m + ½(m + m')×A with A = Δt f×s/s² from the rate f at the state s: a rotation of every cell.
    /// </summary>
    /// <param name="m">Unit magnetisation m.</param>
    /// <param name="at">State s that the rate was computed at.</param>
    /// <param name="rate">Rate f in 1/s.</param>
    /// <param name="step">Step Δt in seconds.</param>
    /// <param name="target">Receives ½(m + m'), or m' with |m'| = 1; may be m.</param>
    /// <param name="mean">Whether the mean is asked for.</param>
    void Rotate(IBackendField<T> m, IBackendField<T> at, IBackendField<T> rate, double step, IBackendField<T> target, bool mean);

    /// <summary>Prepares the evaluation of an equation of motion.</summary>
    /// <param name="equation">Its right-hand side.</param>
    IFieldEvaluation<T> Evaluation(RightHandSide<T> equation);

    /// <summary>Prepares the passes of descents of one body; they allocate nothing afterwards.</summary>
    /// <param name="body">The body.</param>
    /// <param name="remembered">Largest number of remembered fields that <see cref="IDescentPasses{T}.Products"/> is called with.</param>
    IDescentPasses<T> Descent(Ferromagnet body, int remembered);
}
