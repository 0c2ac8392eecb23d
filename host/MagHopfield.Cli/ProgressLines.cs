using System.Globalization;

namespace MagHopfield.Cli;

/// <summary>
/// Progress as lines for a file or a pipe: at every twentieth of the work, and at least twice a minute while it goes on. Per cent never
/// fall, whatever the work reports from its threads.
/// </summary>
/// <param name="output">Takes the lines.</param>
/// <param name="time">Clock.</param>
internal sealed class ProgressLines(TextWriter output, TimeProvider time) : IProgress<StudyProgress>
{
    private const int Step = 5;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private double _first = double.NaN;
    private double _fraction;
    private int _told = -1;
    private TimeSpan _toldAt;

    /// <inheritdoc/>
    public void Report(StudyProgress value)
    {
        lock (_lock)
        {
            if (double.IsNaN(_first))
                _first = value.Fraction;

            _fraction = Math.Clamp(Math.Max(_fraction, value.Fraction), 0, 1);
            int percent = (int)Math.Floor((100 * _fraction) + 1e-9);
            TimeSpan now = time.GetElapsedTime(_start);
            if (_told < 0 || percent / Step > _told / Step || now - _toldAt >= Silence)
            {
                (_told, _toldAt) = (percent, now);
                output.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{percent,3} %  {value.Activity.Trim()}{TimeLeft(value.Left, now)}"));
                output.Flush();
            }
        }
    }

    // What was done before the start, as in a run that is resumed, took no time of this one.
    private string TimeLeft(TimeSpan? stated, TimeSpan now)
    {
        if (_fraction >= 1)
            return $", {Text(now)} in all";

        double done = _fraction - _first;
        TimeSpan? left = stated
            ?? (
                done > 0
                    ? TimeSpan.FromSeconds(Math.Min(now.TotalSeconds * (1 - _fraction) / done, TimeSpan.MaxValue.TotalSeconds / 2))
                    : null);
        return left is TimeSpan known ? $", {Text(known)} left" : "";
    }

    private static string Text(TimeSpan span)
    {
        // Whole seconds, up, but not for what rounding has added.
        long seconds = (long)Math.Ceiling(span.TotalSeconds - 1e-3);
        return seconds >= 3600 ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600} h {seconds / 60 % 60:00} min")
            : seconds >= 60 ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60:00} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds} s");
    }
}
