using System.Reflection;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;

namespace MagHopfield.Micromagnetics.Tests.Io;

/// <summary>
/// Files with odd headers and data: each is read as what it says, or refused with a reason; none is read as something else.
/// </summary>
public class OvfOddHeaderTests
{
    // Three by two cells with the components 0.1, 0.2, … 1.8 in the order of the file.
    [Theory]
    [InlineData("ok_text")]
    [InlineData("all_on_one_line")]
    [InlineData("bin4_little_v1", 1.0, 1.0, 1e-7)]
    [InlineData("bin8_no_end")]
    [InlineData("bom_utf8")]
    [InlineData("case_data_upper")]
    [InlineData("cr_only_text")]
    [InlineData("crlf_header_bin8")]
    [InlineData("csv_text")]
    [InlineData("header_latin1")]
    [InlineData("header_unicode")]
    [InlineData("long_desc_1MB")]
    [InlineData("meshunit_nm", 1e-9)]
    [InlineData("no_stepsize")]
    [InlineData("segcount_2_one_present")]
    [InlineData("tabs_text")]
    [InlineData("title_with_colon_hash")]
    [InlineData("v1_multiplier_2", 1.0, 2.0)]
    [InlineData("v2_multiplier_ignored", 1.0, 2.0)]
    [InlineData("valuedim_3_spaced")]
    public void It_is_read_as_what_it_says(string name, double cell = 1, double factor = 1, double rounding = 0)
    {
        VectorField<double> field = Ovf.Read<double>(PathOf(name)).Field;
        Assert.Equal(new Mesh(3, 2, 1, cell, cell, cell), field.Mesh);
        for (int i = 0; i < 6; i++)
        {
            Vector3D wanted = new(factor * Tenths((3 * i) + 1), factor * Tenths((3 * i) + 2), factor * Tenths((3 * i) + 3));
            Assert.True(
                (field[i] - wanted).Length <= rounding,
                $"cell {i}: ({field.X[i]}, {field.Y[i]}, {field.Z[i]}) for ({wanted.X}, {wanted.Y}, {wanted.Z})");
        }
    }

    // A first value whose bytes begin with a line end is a value all the same.
    [Theory]
    [InlineData("bin8_first_byte_0A")]
    public void Binary_data_that_begin_like_a_line_end_are_data(string name)
    {
        VectorField<double> field = Ovf.Read<double>(PathOf(name)).Field;
        Assert.InRange(field.X[0], double.Epsilon, 1e-250);
        Assert.Equal([0.2, 0.3, 0.4], [field.Y[0], field.Z[0], field.X[1]]);
    }

    [Theory]
    [InlineData("nan_value")]
    public void A_value_that_is_no_number_comes_back_as_such(string name)
    {
        VectorField<double> field = Ovf.Read<double>(PathOf(name)).Field;
        Assert.Equal([0.4, double.NaN, 0.6], [field.X[1], field.Y[1], field.Z[1]]);
    }

    [Theory]
    [InlineData("blank_first_line", "the first line is \"\"")]
    [InlineData("check4_in_8", "the data end too early")]
    [InlineData("decimal_comma", "comes after the last value")]
    [InlineData("fortran_D", "\"1.000000D-01\" among the data is not a number")]
    [InlineData("hex_inf", "\"inf\" among the data is not a number")]
    [InlineData("meshtype_irregular", "meshtype is irregular")]
    [InlineData("meshunit_1", "meshunit is 1; known are m, cm, mm, um and nm")]
    [InlineData("meshunit_angstrom", "known are m, cm, mm, um and nm")]
    [InlineData("meshunit_quoted", "meshunit is \"m\"")]
    [InlineData("msvc_nan", "the data end too early")]
    [InlineData("nodes_fewer_than_data", "\"1.3\" comes after the last value")]
    [InlineData("nodes_huge", "the header has no valid mesh")]
    [InlineData("nodes_more_than_data", "the data end too early")]
    [InlineData("nodes_zero", "\"znodes\" is 0")]
    [InlineData("text_position_columns", "\"0\" comes after the last value")]
    [InlineData("trailing_nul_bin8", "there are more data than the mesh of the header has")]
    [InlineData("truncated_bin8", "the data end too early")]
    [InlineData("utf16", "an OVF file begins with")]
    [InlineData("valuedim_1", "valuedim is 1; only vector fields of 3 components are read")]
    [InlineData("valuedim_float", "valuedim is 3.0; only vector fields of 3 components are read")]
    [InlineData("wrong_check", "the check value before the binary data is wrong")]
    public void It_is_refused_with_a_reason(string name, string part) =>
        Assert.Contains(part, Assert.Throws<FormatException>(() => Ovf.Read<double>(PathOf(name))).Message);

    [Fact]
    public void Every_file_has_its_test()
    {
        string[] tested = [.. typeof(OvfOddHeaderTests).GetMethods().SelectMany(m => m.GetCustomAttributesData())
            .Where(a => a.AttributeType == typeof(InlineDataAttribute)).Select(FirstArgument)];
        Assert.Equal(
            Directory.GetFiles(Path.GetDirectoryName(PathOf("ok_text"))!).Select(f => Path.GetFileNameWithoutExtension(f)).Order(),
            tested.Order());
    }

    [Fact]
    public void A_scalar_file_is_read_as_a_scalar_field()
    {
        ScalarField<double> field = Ovf.ReadScalar<double>(PathOf("valuedim_1")).Field;
        Assert.Equal(new Mesh(3, 2, 1, 1, 1, 1), field.Mesh);
        Assert.Equal([1.0, 2, 3, 4, 5, 6], field.Values);
    }

    [Fact]
    public void A_vector_file_is_no_scalar_field() => Assert.Contains(
        "valuedim is 3; only scalar fields of 1 component are read",
        Assert.Throws<FormatException>(() => Ovf.ReadScalar<double>(PathOf("ok_text"))).Message);

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Io", "OddHeaders", name + ".ovf");

    private static string FirstArgument(CustomAttributeData attribute) => attribute.ConstructorArguments[0].Value switch
    {
        IReadOnlyList<CustomAttributeTypedArgument> all => (string)all[0].Value!,
        object one => (string)one,
        _ => "",
    };

    private static double Tenths(int n) => n / 10.0;
}
