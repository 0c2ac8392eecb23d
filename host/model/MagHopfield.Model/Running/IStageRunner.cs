namespace MagHopfield.Model.Running;

/// <summary>One kind of stage.</summary>
internal interface IStageRunner
{
    /// <summary>Begins the stage.</summary>
    /// <returns>The position with what the stage keeps in it.</returns>
    RunPosition Begin(RunPosition position);

    /// <summary>Takes a block of steps, from nothing but position and magnetisation.</summary>
    /// <returns>Null while the stage goes on, then whether it reached its end.</returns>
    bool? Block();
}
