namespace MagHopfield.Studies;

/// <summary>How far a study is.</summary>
/// <param name="Activity">What it does, in a few words.</param>
/// <param name="Fraction">Share of the whole done, 0 … 1.</param>
/// <param name="Left">Time that it will still take, where that is known better than by the share.</param>
public readonly record struct StudyProgress(string Activity, double Fraction, TimeSpan? Left = null);
