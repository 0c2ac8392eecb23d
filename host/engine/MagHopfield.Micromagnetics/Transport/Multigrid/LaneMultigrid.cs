using System.Runtime.CompilerServices;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>One V-cycle as a preconditioner for several right-hand sides at once.</summary>
/// <typeparam name="T">Register of right-hand sides.</typeparam>
internal sealed class LaneMultigrid<T>
    where T : struct, ILanes<T>
{
    private readonly LaneLevel<T>[] _levels;
    private readonly DenseInverse _coarsest;

    public LaneMultigrid(MultigridHierarchy hierarchy)
    {
        _levels = [.. hierarchy.Levels.Select(level => new LaneLevel<T>(level))];
        _coarsest = hierarchy.Coarsest;
    }

    /// <summary>The finest grid; its right-hand side is the input of <see cref="Apply"/>, its solution the output.</summary>
    public LaneLevel<T> Finest => _levels[0];

    /// <summary>Solution = M · right-hand side with M ≈ Â⁻¹.</summary>
    /// <param name="dots">Receives right-hand side · solution of each lane.</param>
    public void Apply(Span<double> dots)
    {
        int last = _levels.Length - 1;
        for (int k = 0; k < last; k++)
            _levels[k].Down(_levels[k + 1]);

        _levels[last].SolveDirectly(_coarsest);
        for (int k = last - 1; k >= 0; k--)
            _levels[k].Up(_levels[k + 1], k == 0 ? dots : []);

        if (last == 0)
            DotsOfTheOnlyGrid(dots);
    }

    private void DotsOfTheOnlyGrid(Span<double> dots)
    {
        dots.Clear();
        for (nint i = 0; i < Finest.Stencil.Count; i++)
        {
            T product = T.Load(ref Unsafe.Add(ref Finest.Right.Origin, i * T.Count)) * T.Load(
                ref Unsafe.Add(ref Finest.Solution.Origin, i * T.Count));
            product.AddTo(ref dots[0]);
        }
    }
}
