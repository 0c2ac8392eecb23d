using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using CsCheck;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Io;

namespace MagHopfield.Micromagnetics.Tests.Io;

/// <summary>Files in the styles of other programs, made by hand, and damaged ones.</summary>
public class OvfForeignFileTests
{
    private const string Oommf1 = """
        # OOMMF: rectangular mesh v1.0
        #
        ## This is a comment.
        ## No comments allowed on the line with "OOMMF" above.
        # Segment count: 1
        # Begin: Segment
        # Begin: Header
        # Title: Oxs_TimeDriver::Magnetization
        # Desc: Oxs vector field output
        # Desc:  MIF source file: /somewhere/problem.mif
        # Desc:  Iteration: 1, State id: 2
        # meshtype: rectangular
        # meshunit: m
        # xbase: 2e-9
        # ybase: 2.5e-9
        # zbase: 1.5e-9
        # xstepsize: 4e-9
        # ystepsize: 5e-9
        # zstepsize: 3e-9
        # xnodes: 2
        # ynodes: 2
        # znodes: 1
        # xmin: 0
        # ymin: 0
        # zmin: 0
        # xmax: 8e-9
        # ymax: 1e-8
        # zmax: 3e-9
        # valueunit: A/m
        # valuemultiplier: 2
        # ValueRangeMinMag:  1
        # ValueRangeMaxMag:  8e5
        # End: Header
        # Begin: Data Text
         1  2  3
         4  5  6
         -7e0 8 9
         10 11 +12
        # End: Data Text
        # End: Segment
        """;

    private const string Mumax3 = """
        # OOMMF OVF 2.0
        # Segment count: 1
        # Begin: Segment
        # Begin: Header
        # Title: m
        # meshtype: rectangular
        # meshunit: m
        # xmin: 0
        # ymin: 0
        # zmin: 0
        # xmax: 8e-09
        # ymax: 1e-08
        # zmax: 3e-09
        # valuedim: 3
        # valuelabels: m_x m_y m_z
        # valueunits: 1 1 1
        # Desc: Total simulation time:  1e-09  s
        # xbase: 2e-09
        # ybase: 2.5e-09
        # zbase: 1.5e-09
        # xnodes: 2
        # ynodes: 2
        # znodes: 1
        # xstepsize: 4e-09
        # ystepsize: 5e-09
        # zstepsize: 3e-09
        # End: Header
        # Begin: Data Text
        1 2 3
        4 5 6
        -7 8 9
        10 11 12
        # End: Data Text
        # End: Segment
        """;

    public static TheoryData<string> LineEnds => ["\n", "\r\n", "\r"];

    [Theory]
    [MemberData(nameof(LineEnds))]
    public void Text_files_of_OOMMF_and_mumax3_are_read_with_any_line_end(string end)
    {
        foreach ((string text, double factor) in new[] { (Oommf1, 2.0), (Mumax3, 1.0) })
        {
            OvfFile<double> file = Read(text.ReplaceLineEndings(end));
            Assert.Equal(new Mesh(2, 2, 1, 4e-9, 5e-9, 3e-9), file.Field.Mesh);
            Assert.Equal([factor, 4 * factor, -7 * factor, 10 * factor], file.Field.X);
            Assert.Equal(new Vector3D(10, 11, 12), (1 / factor) * file.Field[3]);
        }
    }

    [Theory]
    [MemberData(nameof(LineEnds))]
    public void Binary_data_are_found_behind_any_line_end_in_either_byte_order(string end)
    {
        foreach (bool little in new[] { true, false })
        {
            foreach (int size in new[] { 4, 8 })
            {
                string head = Mumax3[..Mumax3.IndexOf("# Begin: Data", StringComparison.Ordinal)] + $"# Begin: Data Binary {size}\n";
                double[] values = [.. Enumerable.Range(1, 12).Select(i => (double)i)];
                byte[] data = [.. values.Prepend(size == 4 ? 1234567.0 : 123456789012345.0).SelectMany(v => Bytes(v, size, little))];
                byte[] file =
                [
                    .. Encoding.ASCII.GetBytes(head.ReplaceLineEndings(end)),
                    .. data,
                    .. Encoding.ASCII.GetBytes($"# End: Data Binary {size}"),
                ];
                Assert.Equal([1.0, 4, 7, 10], Ovf.Read<double>(new MemoryStream(file)).Field.X);
            }
        }
    }

    [Theory]
    [InlineData("# End: Data Text\n# End: Segment", "")]
    [InlineData("# Begin: Data Text", "#begin:data text")]
    [InlineData("# Begin: Data Text", "#  BEGIN:\tDATA\tTEXT   ")]
    [InlineData("# xnodes: 2", "#\txNodes :2 ## two of them")]
    [InlineData("# meshunit: m\n", "")]
    [InlineData("# meshunit: m\n", "# meshunit:\n")]
    [InlineData("# meshunit: m\n", "# meshunit: unknown\n")]
    [InlineData("# xstepsize: 4e-09\n", "# xstepsize: 0\n")]
    [InlineData("# xstepsize: 4e-09\n", "")]
    [InlineData("# meshtype: rectangular", "# meshtype: RECTANGULAR")]
    [InlineData("4 5 6\n-7 8 9", "4,5,6; -7\n\n# in between\n\t8 # after it\n 9")]
    [InlineData("# OOMMF OVF 2.0", "\uFEFF# OOMMF OVF 2.0")]
    [InlineData("# Begin: Segment\n", "# Begin: segment\n# a line without a colon\n#\n")]
    [InlineData("# Segment count: 1\n", "")]
    [InlineData("# Segment count: 1", "#segmentcount:1")]
    [InlineData("# Title: m", "# Title:")]
    [InlineData("# Title: m", "# Title: a: b: \u03b1 # c")]
    [InlineData("# valuelabels: m_x m_y m_z", "# valuelabels: {Magnetization x} {Magnetization y} \"Magnetization z\"")]
    [InlineData("# valueunits: 1 1 1", "# valueunits: Joule/m^3 {J / m3} \"J/m3\"")]
    [InlineData("# valueunits: 1 1 1", "# valueunits: {}")]
    [InlineData("# valueunits: 1 1 1", "# valueunits: A/m ## one for all")]
    [InlineData("# Desc: Total", "# Desc: begin: data\n# Desc:\n# Desc: Total")]
    [InlineData("# xbase: 2e-09", "# xbase: 7")]
    [InlineData("# ymax: 1e-08", "# ymax: 5e-08")]
    [InlineData("# zmin: 0\n", "# zmin: -1.5E-9\n")]
    [InlineData("# ynodes: 2", "ynodes: 2.0")]
    [InlineData("# ynodes: 2", "# y nodes : +2")]
    [InlineData("# End: Header\n", "")]
    [InlineData("-7 8 9", "-7.0000000000000000000000e+000 .8E1 9. ## a comment")]
    [InlineData("1 2 3\n4 5 6\n-7 8 9\n10 11 12", "1 2 3 4 5 6 -7 8 9 10 11 12")]
    [InlineData("1 2 3\n4 5 6\n", "1\n2\n3\n\n\n4\n5\n6\n")]
    [InlineData("# End: Data Text", "#End:data text")]
    [InlineData("# End: Segment", "# End: Segment\n\n\0\0 trailing bytes \u00ff\n1 2 3")]
    public void Variants_of_a_file_read_the_same(string from, string to)
    {
        string text = Mumax3.ReplaceLineEndings("\n");
        Assert.Contains(from, text);
        VectorField<double> field = Read(text.Replace(from, to)).Field;
        Assert.Equal(new Mesh(2, 2, 1, 4e-9, 5e-9, 3e-9), field.Mesh);
        Assert.Equal([3.0, 6, 9, 12], field.Z);
    }

    [Theory]
    [InlineData("# meshtype: rectangular", "# meshtype: irregular", "meshtype is irregular; only rectangular meshes are read")]
    [InlineData("# OOMMF OVF 2.0", "# VTK", "the first line is \"# VTK\"")]
    [InlineData("# valuedim: 3", "# valuedim: 1", "valuedim is 1; only vector fields of 3 components are read")]
    [InlineData("# meshunit: m", "# meshunit: furlong", "meshunit is furlong; known are")]
    [InlineData("# xnodes: 2", "# xnodes: 2.5", "\"xnodes\" is 2.5; it must be a whole number from 1")]
    [InlineData("# xnodes: 2", "# xnodes: NaN", "\"xnodes\" is NaN; it must be")]
    [InlineData("# xnodes: 2", "# xnodes: 2000000000", "is too large")]
    [InlineData("# xnodes: 2", "# xnodes: 1000000000", "the data end too early")]
    [InlineData("# xnodes: 2", "# xnodes: two", "\"xnodes\" is \"two\", not a number")]
    [InlineData("# xstepsize: 4e-09", "# xstepsize: -4e-09", "the header has no valid mesh")]
    [InlineData("Data Text\n1", "Data Binary 16\n1", "data of kind \"binary16\"")]
    [InlineData("10 11 12\n", "10 11\n", "the data end too early")]
    [InlineData("10 11 12\n", "10 11 twelve\n", "\"twelve\" among the data is not a number")]
    [InlineData("10 11 12\n", "10 11 12\n13 14 15\n", "\"13\" comes after the last value of the mesh")]
    [InlineData("10 11 12\n", "10,0 11,0 12,0\n", "\"0\" comes after the last value of the mesh")]
    [InlineData("# valuedim: 3", "# valuedim: 3\n# valuemultiplier: 0", "valuemultiplier is 0; it must be a finite number")]
    [InlineData("# valuedim: 3", "# valuedim: 3\n# valuemultiplier: big", "\"valuemultiplier\" is \"big\", not a number")]
    [InlineData("# ynodes: 2\n", "", "the header lacks \"ynodes\"")]
    [InlineData("# ynodes: 2\n", "# ynodes: 0\n", "\"ynodes\" is 0; it must be a whole number from 1")]
    [InlineData("# ynodes: 2\n", "# ynodes: -2\n", "\"ynodes\" is -2; it must be a whole number from 1")]
    [InlineData("# zstepsize: 3e-09", "# zstepsize: inf", "\"zstepsize\" is \"inf\", not a number")]
    [InlineData("# Begin: Data Text", "# End: Data Text", "there is no line \"# Begin: Data …\"")]
    [InlineData("# OOMMF OVF 2.0\n", "", "an OVF file begins with \"# OOMMF OVF 2.0\"")]
    public void What_cannot_be_read_is_refused_in_one_clear_line(string from, string to, string expected)
    {
        string text = Mumax3.ReplaceLineEndings("\n");
        Assert.Contains(from, text);
        string message = Assert.Throws<FormatException>(() => Read(text.Replace(from, to))).Message;
        Assert.Contains(expected, message);
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain("Parameter", message);
    }

    [Fact]
    public void The_old_text_form_of_an_irregular_mesh_is_refused() =>
        Assert.Contains(
            "irregular",
            Assert.Throws<FormatException>(() => Read("# OOMMF: irregular mesh v0.0\n# Begin: Data Text\n0 0 0 1 0 0\n")).Message);

    [Fact]
    public void An_irregular_mesh_without_any_header_is_refused_as_such() =>
        Assert.Contains(
            "irregular",
            Assert.Throws<FormatException>(() => Read("# OOMMF: irregular mesh v0.0\n## Grid step: .25 1 0\n0 0 0 1 0 0\n")).Message);

    [Fact]
    public void A_field_whose_sizes_are_all_zero_has_cells_of_one_metre()
    {
        string text = Mumax3.Replace("8e-09", "0").Replace("1e-08", "0").Replace("3e-09", "0").Replace("4e-09", "0").Replace("5e-09", "0");
        Assert.Equal(new Mesh(2, 2, 1, 1, 1, 1), Read(text).Field.Mesh);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Binary_data_that_the_header_does_not_foresee_are_refused(int size)
    {
        string head = Mumax3[..Mumax3.IndexOf("# Begin: Data", StringComparison.Ordinal)].ReplaceLineEndings("\n")
            + $"# Begin: Data Binary {size}\n";
        double[] values = [size == 4 ? 1234567.0 : 123456789012345.0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        byte[] file = [.. Encoding.ASCII.GetBytes(head), .. values.SelectMany(v => Bytes(v, size, little: true))];
        Assert.Equal(4, Ovf.Read<double>(new MemoryStream(file)).Field.Mesh.CellCount);
        Assert.Contains("too early", Refused([.. file.AsSpan(0, file.Length - 1)]));
        Assert.Contains("there are more data than the mesh", Refused([.. file, .. Bytes(13, size, little: true)]));
        byte[] wrong = [.. file];
        wrong[head.Length + 1] ^= 1;
        Assert.Contains("the check value before the binary data is wrong", Refused(wrong));
        byte[] other = Encoding.ASCII.GetBytes(head.Replace($"Binary {size}", $"Binary {12 - size}"));
        Refused([.. other, .. file.AsSpan(head.Length)]);
    }

    [Fact]
    public void A_header_that_claims_more_than_the_file_holds_takes_no_memory()
    {
        foreach (string kind in new[] { "Text", "Binary 4", "Binary 8" })
        {
            byte[] file = Encoding.ASCII.GetBytes(Mumax3.Replace("xnodes: 2", "xnodes: 1000000000").Replace("Data Text", "Data " + kind));
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Contains("too early", Refused(file));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        }
    }

    [Fact]
    public void A_file_without_line_ends_takes_bounded_memory()
    {
        using FileStream huge = new(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        huge.Write("# OOMMF OVF 2.0\n"u8);
        huge.SetLength(1L << 32);
        huge.Position = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("a line is longer than", Assert.Throws<FormatException>(() => Ovf.Read<double>(huge)).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 26);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_as_well()
    {
        using System.IO.Compression.ZLibStream packed = new(Packed(Mumax3), System.IO.Compression.CompressionMode.Decompress);
        Assert.Equal(4, Ovf.Read<float>(packed).Field.Mesh.CellCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_single_field_comes_back_from_any_form_of_either_version(int version) => ComesBack<float>(version, v => (float)v);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_double_field_comes_back_from_any_form_of_either_version(int version) => ComesBack<double>(version, v => v);

    [Fact]
    public void OVF_1_says_what_its_values_are_and_is_big_endian()
    {
        VectorField<double> field = new(new Mesh(1, 1, 1, 1e-9, 1e-9, 1e-9));
        field[0] = new(3, 4, 0);
        MemoryStream stream = new();
        Ovf1.Write(stream, field, OvfData.Binary4, "H", "A/m");
        string text = Encoding.Latin1.GetString(stream.ToArray());
        Assert.StartsWith("# OOMMF: rectangular mesh v1.0\n# Segment count: 1\n", text);
        Assert.Contains("# valueunit: A/m\n# valuemultiplier: 1\n# ValueRangeMinMag: 5\n# ValueRangeMaxMag: 5\n", text);
        Assert.Contains("# Begin: Data Binary 4\n\u0049\u0096\u00b4\u0038", text);
    }

    [Fact]
    public void Random_bytes_never_crash_the_reader()
    {
        byte[] text = Encoding.ASCII.GetBytes(Oommf1);
        MemoryStream stream = new();
        Ovf2.Write(stream, RandomState.Create<float>(new Geometry(new Mesh(3, 2, 1, 1e-9, 1e-9, 1e-9)), 1), OvfData.Binary4);
        byte[] binary = stream.ToArray();
        Gen<byte[]> damaged = Gen.Select(Gen.Bool, Gen.Int[0, 2000].Array[1, 5], Gen.Byte.Array[5], Gen.Int[0, 2000]).Select(
            (isText, at, values, cut) =>
        {
            byte[] bytes = [.. isText ? text : binary];
            for (int i = 0; i < at.Length; i++)
                bytes[at[i] % bytes.Length] = values[i];
            return cut < bytes.Length ? bytes[..cut] : bytes;
        });
        damaged.Sample(ReadsOrRefuses, iter: 20_000);
        Gen.Byte.Array[0, 300].Sample(b => ReadsOrRefuses([.. "# OOMMF OVF 2.0\n"u8, .. b]) && ReadsOrRefuses(b), iter: 5_000);
        Gen.OneOf(
            [
                .. new[]
                {
                    "# ",
                    "Begin:",
                    "Data",
                    "Text",
                    "\n",
                    "xnodes:",
                    "1",
                    "9e99",
                    "-3",
                    ":",
                    "##",
                    "\r",
                    "meshunit",
                    "nm",
                    "Binary 8",
                    "Segment",
                }.Select(Gen.Const),
            ]).Array[0, 60]
            .Sample(words => ReadsOrRefuses(Encoding.ASCII.GetBytes("# OOMMF OVF 1.0\n" + string.Concat(words))), iter: 5_000);
    }

    private static bool ReadsOrRefuses(byte[] bytes)
    {
        try
        {
            return Ovf.Read<double>(new MemoryStream(bytes)).Field.Mesh.CellCount > 0;
        }
        catch (FormatException e)
        {
            return e.Message.StartsWith("OVF stream: ") && !e.Message.Contains('\n');
        }
    }

    // Zeros and infinities, the smallest and largest numbers among them; what a form of lower precision cannot hold is rounded beforehand.
    private static void ComesBack<T>(int version, Func<double, T> from)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Gen.Select(
            Gen.Int[1, 6],
            Gen.Int[1, 5],
            Gen.Int[1, 4],
            Gen.Enum<OvfData>(),
            Gen.Double.Array[360],
            Gen.Char.AlphaNumeric.Array[0, 9]).Sample(
            (nx, ny, nz, data, values, title) =>
            {
                VectorField<T> m = new(new Mesh(nx, ny, nz, 1.1e-9, 2.3e-9, 3.7e-9));
                for (int i = 0; i < 3 * m.X.Length; i++)
                    (i % 3 == 0 ? m.X : i % 3 == 1 ? m.Y : m.Z)[i / 3] = data == OvfData.Binary4 ? from((float)values[i]) : from(values[i]);
                OvfSegment<T>[] segments = [new(m, new string(title), "A/m", ["time: 1e-9 s"]), new(m, "again", "1", [])];
                MemoryStream stream = new();
                if (version == 1)
                    Ovf1.Write(stream, segments, data);
                else
                    Ovf2.Write(stream, segments, data);
                stream.Position = 0;
                IReadOnlyList<OvfFile<T>> read = Ovf.ReadAll<T>(stream);
                return read.Count == 2 && read[0].Header["title"] == new string(title) && read[0].Header["desc"] == "time: 1e-9 s"
                    && read[1].Header["title"] == "again" && Same(m, read[0].Field) && Same(m, read[1].Field);
            });

    private static bool Same<T>(VectorField<T> a, VectorField<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        a.Mesh == b.Mesh && a.X.SequenceEqual(b.X) && a.Y.SequenceEqual(b.Y) && a.Z.SequenceEqual(b.Z);

    private static string Refused(byte[] file)
    {
        string message = Assert.Throws<FormatException>(() => Ovf.Read<double>(new MemoryStream(file))).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private static OvfFile<double> Read(string text) => Ovf.Read<double>(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static byte[] Bytes(double value, int size, bool little)
    {
        byte[] bytes = new byte[size];
        if (size == 4)
            BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)value);
        else
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return little ? bytes : [.. bytes.Reverse()];
    }

    private static MemoryStream Packed(string text)
    {
        MemoryStream packed = new();
        using (System.IO.Compression.ZLibStream zip = new(packed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
            zip.Write(Encoding.ASCII.GetBytes(text));
        packed.Position = 0;
        return packed;
    }
}
