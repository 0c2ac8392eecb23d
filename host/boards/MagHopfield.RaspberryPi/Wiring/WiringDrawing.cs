using System.Globalization;
using System.Security;
using System.Text;

namespace MagHopfield.RaspberryPi.Wiring;

/// <summary>
/// The header of the Raspberry Pi with every wire, as SVG: pins as they lie on the board, nets and their ends beside them.
/// </summary>
public static class WiringDrawing
{
    private const int Width = 1180;
    private const int Top = 110;
    private const int Pitch = 26;
    private const int LeftPin = 560;
    private const int RightPin = 600;
    private const string Idle = "#9a9a9a";

    /// <summary>The drawing.</summary>
    public static string Draw()
    {
        int rows = PiHeader.Count / 2;
        int bottom = Top + (rows * Pitch);
        int height = bottom + 165;
        StringBuilder s = new();
        Add(s,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" "
                + $"font-family=\"DejaVu Sans, sans-serif\" font-size=\"13\">"));
        Add(s,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<rect width=\"{Width}\" height=\"{height}\" fill=\"#fffef8\"/>"));
        Text(s, Width / 2, 32, "Raspberry Pi 4 or 5 in place of the ESP32", "middle", "#000", 18, bold: true);
        Text(s, Width / 2, 54, "names on the outside: net of the board, then the pin of the empty ESP32 socket", "middle", "#000");
        Text(s, Width / 2, 78, "header, seen from above; pin 1 is at the corner of the board", "middle", "#000", 12);
        Add(s,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{LeftPin - 22}\" y=\"{Top - 18}\" width=\"{RightPin - LeftPin + 44}\" height=\"{(rows * Pitch) + 10}\" "
                + $"rx=\"6\" fill=\"#e8f0e4\" stroke=\"#4d6b3c\" stroke-width=\"1.5\"/>"));
        for (int pin = 1; pin <= PiHeader.Count; pin++)
            DrawPin(s, pin);

        DrawOneShot(s, bottom + 30);
        Text(s, 40, bottom + 30, "Not connected: the clock of the pulse bus and the lines that the", "start", Idle, 12);
        Text(s, 40, bottom + 47, "overlays of the buses take as chip selects (grey, with their names).", "start", Idle, 12);
        int x = 40;
        foreach (WiringGroup group in Enum.GetValues<WiringGroup>())
        {
            Add(s,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<rect x=\"{x}\" y=\"{bottom + 128}\" width=\"14\" height=\"14\" fill=\"{Colour(group)}\"/>"));
            string name = Name(group);
            Text(s, x + 20, bottom + 140, name, "start", "#000", 12);
            x += 50 + (name.Length * 8);
        }

        return s.Append("</svg>\n").ToString();
    }

    private static void DrawPin(StringBuilder s, int pin)
    {
        bool left = pin % 2 == 1;
        int side = left ? -1 : 1;
        int x = left ? LeftPin : RightPin;
        int y = Top + ((pin - 1) / 2 * Pitch);
        WiringRow? row = WiringTable.Rows.SingleOrDefault(r => r.HeaderPin == pin);
        string colour = row is null ? Idle : Colour(row.Group);
        string anchor = left ? "end" : "start";
        if (row is not null)
        {
            Add(s,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<path d=\"M{x} {y}H{x + (side * 175)}\" stroke=\"{colour}\" stroke-width=\"2\"/>"));
            string ends = row.Socket.Contains(' ', StringComparison.Ordinal) ? row.Socket : $"socket {row.Socket}";
            Text(s, x + (side * 185), y + 5, left ? $"{ends}  ·  {row.Net}" : $"{row.Net}  ·  {ends}", anchor, colour, 13);
        }

        Add(s,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<circle cx=\"{x}\" cy=\"{y}\" r=\"10\" fill=\"{(row is null ? "#ffffff" : colour)}\" stroke=\"{colour}\"/>"));
        Text(s, x, y + 4, FormattableString.Invariant($"{pin}"), "middle", row is null ? "#555" : "#ffffff", 11, bold: true);
        string gpio = PiHeader.NameOf(pin);
        bool takenByBus = row is null && gpio.StartsWith("GPIO ", StringComparison.Ordinal);
        Text(s, x + (side * 35), y - 4, gpio, anchor, row is null && !takenByBus ? "#777" : colour, 11);
        if (takenByBus)
            Text(s, x + (side * 185), y + 5, "of a bus, not connected", anchor, Idle, 11);
    }

    // What ends a pulse where the machine stands still in the middle of one.
    private static void DrawOneShot(StringBuilder s, int y)
    {
        string colour = Colour(WiringGroup.Pulse);
        Text(s, 560, y, "The pulse line: MOSI of SPI0 through a one-shot", "start", colour, 13, bold: true);
        Text(s, 560, y + 45, "pin 19", "start", colour, 12);
        Add(s,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<path d=\"M605 {y + 40}H650M630 {y + 40}V{y + 78}H835V{y + 52}H860\" fill=\"none\" stroke=\"{colour}\" "
                + $"stroke-width=\"2\"/>"));
        Add(s,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<rect x=\"650\" y=\"{y + 18}\" width=\"150\" height=\"46\" rx=\"5\" fill=\"#ffffff\" stroke=\"{colour}\" "
                + $"stroke-width=\"1.5\"/>"));
        Text(s, 660, y + 36, "XU1 74LVC1G123", "start", "#000", 12);
        Text(s, 660, y + 54, "100 kΩ · 0.47 µF: 47 ms", "start", "#000", 11);
        Add(s,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<path d=\"M800 {y + 36}H860\" stroke=\"{colour}\" stroke-width=\"2\"/>"));
        Add(s,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<rect x=\"860\" y=\"{y + 18}\" width=\"130\" height=\"46\" rx=\"5\" fill=\"#ffffff\" stroke=\"{colour}\" "
                + $"stroke-width=\"1.5\"/>"));
        Text(s, 870, y + 36, "XU2 74LVC1G08", "start", "#000", 12);
        Text(s, 870, y + 54, "both high: gate on", "start", "#000", 11);
        Add(s,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<path d=\"M990 {y + 41}H1030\" stroke=\"{colour}\" stroke-width=\"2\"/>"));
        Text(s, 1036, y + 36, "socket IO25", "start", colour, 12);
        Text(s, 1036, y + 54, "PULSE_EN", "start", colour, 12);
    }

    private static string Colour(WiringGroup group) => group switch
    {
        WiringGroup.Supply => "#333333",
        WiringGroup.Measure => "#2166ac",
        WiringGroup.Dac => "#7a4d9f",
        WiringGroup.Pulse => "#b2182b",
        _ => "#8a6d00",
    };

    private static string Name(WiringGroup group) => group switch
    {
        WiringGroup.Supply => "supply",
        WiringGroup.Measure => "measuring bus and selects",
        WiringGroup.Dac => "DAC",
        WiringGroup.Pulse => "pulse gate",
        _ => "LEDs and buttons",
    };

    private static void Text(StringBuilder s, int x, int y, string text, string anchor, string colour, int size = 13, bool bold = false) =>
        Add(s,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" fill=\"{colour}\" "
                + $"font-size=\"{size}\"{(bold ? " font-weight=\"bold\"" : "")}>{SecurityElement.Escape(text)}</text>"));

    private static void Add(StringBuilder s, string text) => s.Append(text).Append('\n');
}
