using System.Security;
using System.Text;
using MagHopfield.Hardware.Netlist;
using MagHopfield.Reports;

namespace MagHopfield.Hardware.Drawing;

/// <summary>The board as blocks, from the film out, as SVG. Parts and designators in the blocks are those of the netlist.</summary>
public static class BlockDiagram
{
    private const string Measure = "#2166ac";
    private const string Pulse = "#b2182b";
    private const string Control = "#4d4d4d";

    /// <summary>The drawing.</summary>
    /// <param name="design">The board.</param>
    public static string Draw(BoardDesign design)
    {
        StringBuilder s = new();
        s.Append(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1180 690\" width=\"1180\" height=\"690\" font-family=\"DejaVu Sans, "
            + "sans-serif\" font-size=\"13\">\n");
        s.Append("<defs>");
        foreach ((string name, string colour) in ((string, string)[])[("m", Measure), ("p", Pulse), ("c", Control)])
        {
            s.Append(
                $"<marker id=\"{name}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
                + $"orient=\"auto-start-reverse\"><path d=\"M0 0L8 4L0 8Z\" fill=\"{colour}\"/></marker>");
        }

        s.Append("</defs>\n<rect width=\"1180\" height=\"690\" fill=\"#fffef8\"/>\n");
        Frame(s, 205, 40, 735, 250, "measuring path", Measure);
        Frame(s, 205, 320, 735, 215, "pulse path", Pulse);

        Box(s, 20, 180, 160, 210, Control, "controller", Of("ESP32"), "SCPI on UART", "RMT: pulse gate", "2 SPI buses", "watchdog");
        Box(s, 225, 85, 170, 90, Measure, "ADC", Of("AD7124"), "500 µA source", "gain 1 … 64, 5 ms");
        Box(s, 225, 200, 170, 60, Measure, "reference resistor", Of("Y1625", "RTN"));
        Box(
            s,
            470,
            85,
            190,
            175,
            Measure,
            "node switches",
            Of("ADGS1414D"),
            "a node: SW1 SRC, SW2 RTN,",
            "SW3, SW4 sense lead,",
            "SW5, SW6 its shunt",
            "open before any pulse");
        Box(s, 730, 85, 180, 80, Measure, "shunts", Of("Y1625", "B_"), "current of each node");
        Box(s, 225, 365, 170, 80, Pulse, "DAC", Of("AD5754R"), "±5 V, 16 bit");
        Box(
            s,
            470,
            365,
            190,
            110,
            Pulse,
            "pulse drivers",
            Of("OPA561"),
            "limit 0.5 A in hardware",
            "E/S: on by the gate only",
            "clamp diodes");
        Box(s, 730, 365, 180, 80, Pulse, "pulse switches", Of("ADGS6414D"), "open while measuring");
        Box(s, 470, 495, 190, 30, Pulse, "gate shifter " + References("2N7002", "MMBT3906", "MMBT3904"));
        s.Append(
            "<rect x=\"985\" y=\"85\" width=\"170\" height=\"360\" rx=\"8\" fill=\"#fdf3d0\" stroke=\"#8a6d00\" stroke-width=\"1.5\"/>\n");
        Text(s, 1070, 72, "film", "middle", "#000", bold: true);
        s.Append(
            "<rect x=\"1000\" y=\"105\" width=\"140\" height=\"120\" fill=\"#dbe9f6\" stroke=\"#2166ac\"/><rect x=\"1000\" y=\"225\" "
            + "width=\"140\" height=\"14\" fill=\"#ffffff\" stroke=\"#888\"/><rect x=\"1000\" y=\"239\" width=\"140\" height=\"190\" "
            + "fill=\"#f7dfa5\" stroke=\"#b2182b\"/>\n");
        Text(s, 1070, 150, "permalloy", "middle", Measure, bold: true);
        Text(s, 1070, 170, "4 electrodes E1 … E4", "middle", Measure, 12);
        Text(s, 1070, 188, "two leads each", "middle", Measure, 12);
        Text(s, 1070, 236, "Al2O3", "middle", "#555");
        Text(s, 1070, 320, "gold", "middle", Pulse, bold: true);
        Text(s, 1070, 340, "4 terminals T1 … T4", "middle", Pulse);

        Arrow(s, "m", Measure, "395,115 470,115", both: true);
        Text(s, 432, 107, "SENSE P, N", "middle", Measure, 11);
        Arrow(s, "m", Measure, "395,150 470,150");
        Text(s, 432, 142, "SRC", "middle", Measure, 11);
        Arrow(s, "m", Measure, "470,230 395,230");
        Text(s, 432, 222, "RTN", "middle", Measure, 11);
        Arrow(s, "m", Measure, "310,200 310,175");
        Arrow(s, "m", Measure, "660,120 730,120", both: true);
        Text(s, 695, 112, "B 1 … 4", "middle", Measure, 11);
        Arrow(s, "m", Measure, "910,120 1000,120", both: true);
        Text(s, 950, 112, "F 1 … 4", "middle", Measure, 11);
        Arrow(s, "m", Measure, "1000,205 660,205");
        Text(s, 830, 197, "S 1 … 4: sense leads, no current", "middle", Measure, 11);
        Arrow(s, "p", Pulse, "395,405 470,405");
        Arrow(s, "p", Pulse, "660,405 730,405");
        Text(s, 695, 397, "D 1 … 4", "middle", Pulse, 11);
        Arrow(s, "p", Pulse, "910,405 1000,405");
        Text(s, 950, 397, "T 1 … 4", "middle", Pulse, 11);
        Arrow(s, "p", Pulse, "565,495 565,475");

        // Control: measuring bus up and over, DAC bus, gate by the emergency stop.
        Arrow(s, "c", Control, "180,235 192,235 192,62 310,62 310,85");
        Arrow(s, "c", Control, "192,62 565,62 565,85");
        Text(s, 222, 55, "SPI 1, mode 3, 5 MHz; selects", "start", Control, 11);
        Arrow(s, "c", Control, "192,235 192,305 820,305 820,365");
        Arrow(s, "c", Control, "180,345 192,345 192,405 225,405");
        Text(s, 222, 355, "SPI 2, mode 1, 1 MHz", "start", Control, 11);
        Box(s, 20, 480, 160, 66, Pulse, "emergency stop", References("AVW401"), "breaks gate, clears DAC");
        Arrow(s, "p", Pulse, "100,390 100,480");
        Text(s, 108, 430, "PULSE_EN,", "start", Pulse, 11);
        Text(s, 108, 445, "DAC_CLR", "start", Pulse, 11);
        Arrow(s, "p", Pulse, "180,510 470,510");
        Arrow(s, "p", Pulse, "310,510 310,445");
        Text(s, 318, 480, "DAC_CLR", "start", Pulse, 11);
        Text(s, 255, 503, "PULSE_EN", "middle", Pulse, 11);

        Box(s, 20, 60, 160, 80, Control, "operator", "LEDs " + References("WS2812"), "3 buttons, UART " + References("pin header"));
        Arrow(s, "c", Control, "100,140 100,180", both: true);
        Box(s, 205, 570, 735, 95, Control, "supplies", "±9 V in, fuses, reverse protection");
        string[] rails =
        [
            "±6.5 V: drivers, DAC, pulse switches", "±5 V: measuring switches", "±1.8 V: ADC, so its inputs swing about ground",
            "3.3 V, 5 V: controller's USB",
        ];
        for (int i = 0; i < rails.Length; i++)
            Text(s, 225 + (i % 2 * 350), 633 + (i / 2 * 20), rails[i], "start", Control, 12);

        Box(s, 985, 495, 170, 86, Control, "monitors", "ADC: terminals, rails", "controller: +6.5 V,", "highest terminal");
        Arrow(s, "c", Control, "1070,445 1070,495");
        Text(
            s,
            590,
            28,
            "One path at a time: the switch words are checked before every frame, all is opened and read back between measuring and a "
            + "pulse.",
            "middle",
            "#000",
            13);
        return s.Append("</svg>\n").ToString();

        string Of(string partNumber, string net = "")
        {
            Part[] parts =
            [
                .. design.Parts.Where(
                    p =>
                        p.Item.PartNumber.StartsWith(partNumber, StringComparison.Ordinal)
                            && p.Pins.Any(q => q.Net?.StartsWith(net, StringComparison.Ordinal) ?? false)),
            ];
            return $"{parts[0].Item.Value}, {Span(parts)}";
        }

        string References(params string[] partNumbers) =>
            Span([.. partNumbers.SelectMany(n => design.Parts.Where(p => p.Item.PartNumber.StartsWith(n, StringComparison.Ordinal)))]);
    }

    private static string Span(IReadOnlyList<Part> parts) => parts.Count switch
    {
        1 => parts[0].Reference,
        <= 3 => string.Join(", ", parts.Select(p => p.Reference)),
        _ => $"{parts[0].Reference} … {parts[^1].Reference}",
    };

    private static void Frame(StringBuilder s, int x, int y, int w, int h, string title, string colour)
    {
        s.Append(
            Format(
                $"<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"8\" fill=\"none\" stroke=\"{colour}\" stroke-dasharray=\"6 "
                + $"4\"/>\n"));
        Text(s, x + w - 10, y + 18, title, "end", colour, 13, bold: true);
    }

    private static void Box(StringBuilder s, int x, int y, int w, int h, string colour, string title, params string[] lines)
    {
        s.Append(
            Format(
                $"<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"5\" fill=\"#ffffff\" stroke=\"{colour}\" "
                + $"stroke-width=\"1.5\"/>\n"));
        Text(s, x + 10, y + 20, title, "start", colour, 13, bold: true);
        for (int i = 0; i < lines.Length; i++)
            Text(s, x + 10, y + 39 + (i * 17), lines[i], "start", "#000", 12);
    }

    private static void Arrow(StringBuilder s, string marker, string colour, string points, bool both = false) =>
        s.Append(
            Format(
                $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.6\" "
                + $"marker-end=\"url(#{marker})\"{(both ? $" marker-start=\"url(#{marker})\"" : "")}/>\n"));

    private static void Text(StringBuilder s, int x, int y, string text, string anchor, string colour, int size = 13, bool bold = false) =>
        s.Append(
            Format(
                $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" fill=\"{colour}\" "
                + $"font-size=\"{size}\"{(bold ? " font-weight=\"bold\"" : "")}>{SecurityElement.Escape(text)}</text>\n"));

    private static string Format(InvariantText text) => text.ToString();
}
