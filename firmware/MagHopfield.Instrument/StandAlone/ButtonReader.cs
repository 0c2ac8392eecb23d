namespace MagHopfield.Instrument.StandAlone;

/// <summary>
/// Turns levels of three buttons into presses: a level must hold for 20 ms, and "pattern" held for 600 ms is "distort". Time is told with
/// each look, so that the class needs no clock.
/// </summary>
public sealed class ButtonReader
{
    private const int SettleMilliseconds = 20;
    private const int LongMilliseconds = 600;
    private const int Buttons = 3;

    private static readonly DemoButton[] Meaning = { DemoButton.Pattern, DemoButton.Train, DemoButton.Recall };

    private readonly bool[] _level = new bool[Buttons];
    private readonly bool[] _down = new bool[Buttons];
    private readonly bool[] _done = new bool[Buttons];
    private readonly long[] _since = new long[Buttons];

    /// <summary>Looks at the buttons.</summary>
    /// <param name="milliseconds">Time, which never goes back.</param>
    /// <param name="pattern">Whether "pattern" is down.</param>
    /// <param name="train">Whether "train" is down.</param>
    /// <param name="recall">Whether "recall" is down.</param>
    /// <param name="button">The button that was pressed.</param>
    /// <returns>Whether one was.</returns>
    public bool TryRead(long milliseconds, bool pattern, bool train, bool recall, out DemoButton button)
    {
        button = DemoButton.Pattern;
        bool pressed = false;
        for (int i = 0; i < Buttons; i++)
        {
            bool level = i == 0 ? pattern : i == 1 ? train : recall;
            if (level != _level[i])
            {
                _level[i] = level;
                _since[i] = milliseconds;
            }

            long held = milliseconds - _since[i];
            if (pressed || held < SettleMilliseconds)
                continue;

            if (_down[i] && level && i == 0 && !_done[i] && held >= LongMilliseconds)
            {
                _done[i] = true;
                button = DemoButton.Distort;
                pressed = true;
            }

            if (level == _down[i])
                continue;

            // "Pattern" counts when it is let go, for only then is it known that it was not a long press.
            _down[i] = level;
            if (level ? i != 0 : i == 0 && !_done[i])
            {
                button = Meaning[i];
                pressed = true;
            }

            _done[i] = false;
        }

        return pressed;
    }
}
