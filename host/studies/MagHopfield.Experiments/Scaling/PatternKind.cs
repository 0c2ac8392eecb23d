namespace MagHopfield.Experiments.Scaling;

/// <summary>How patterns are drawn.</summary>
public enum PatternKind
{
    /// <summary>Every node + or − with equal chance.</summary>
    Random,

    /// <summary>A random template, in every pattern with another fifth of its nodes turned over: patterns that look alike.</summary>
    Correlated,

    /// <summary>Connected areas, as letters have them: the sign of white noise averaged over a node and its neighbours.</summary>
    Areas,
}
