$version: "2.0"

// What alloy brings along for models that use its traits.
namespace alloy

@uuidFormat
string UUID

@dateFormat
string LocalDate

@localTimeFormat
string LocalTime

@localDateTimeFormat
string LocalDateTime

@offsetDateTimeFormat
@timestampFormat("date-time")
timestamp OffsetDateTime

@offsetTimeFormat
string OffsetTime

@zoneIdFormat
string ZoneId

@zoneOffsetFormat
string ZoneOffset

@zonedDateTimeFormat
string ZonedDateTime

@yearFormat
integer Year

@yearMonthFormat
string YearMonth

@monthDayFormat
string MonthDay

@durationFormat
bigDecimal Duration

enum DayOfWeek {
    MONDAY
    TUESDAY
    WEDNESDAY
    THURSDAY
    FRIDAY
    SATURDAY
    SUNDAY
}

enum Month {
    JANUARY
    FEBRUARY
    MARCH
    APRIL
    MAY
    JUNE
    JULY
    AUGUST
    SEPTEMBER
    OCTOBER
    NOVEMBER
    DECEMBER
}
