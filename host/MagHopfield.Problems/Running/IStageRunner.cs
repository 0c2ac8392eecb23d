using System.Numerics;
using MagHopfield.Micromagnetics;

namespace MagHopfield.Problems.Running;

/// <summary>One kind of stage.</summary>
internal interface IStageRunner<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Steps in a block: few enough to lose little on an interruption, many enough that beginning each afresh costs nothing.</summary>
    const int BlockSteps = 32;

    /// <summary>Begins the stage.</summary>
    /// <returns>The position with what the stage keeps in it.</returns>
    RunPosition Begin(RunPosition position, VectorField<T> m);

    /// <summary>Takes a block of steps, from nothing but position and magnetisation.</summary>
    /// <returns>Null while the stage goes on, then whether it reached its end.</returns>
    bool? Block(VectorField<T> m);
}
